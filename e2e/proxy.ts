/** An nginx of a test's own: TLS with a certificate that signs itself, on a free port, in an empty folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate } from '../lib/testing/outside/certificate';

/** Where Debian and others put it; a person's path may leave the second out. */
const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);
export const isNginxThere = nginx !== undefined;

/** A proxy that says nothing of itself and sends the desk's own address as the Host: what many tunnels and appliances do. */
export const silentSite = `
server {
  listen 443 ssl;
  ssl_certificate /etc/ssl/desk.example.org.pem;
  ssl_certificate_key /etc/ssl/private/desk.example.org.key;
  location / {
    proxy_pass http://127.0.0.1:3000;
  }
}`;

/** The example of the README, as it stands there. */
export const exampleSite = readFileSync(path.resolve(import.meta.dirname, '../lib/packaging/nginx.conf'), 'utf8');

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Serves a site on a port of its own, in front of a desk on another one. */
export async function startNginx(site: string, ports: { tls: number; plain: number; desk: number }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-nginx-'));
  const { key, certificate } = makeCertificate('localhost');
  writeFileSync(path.join(folder, 'cert.pem'), certificate);
  writeFileSync(path.join(folder, 'key.pem'), key);
  mkdirSync(path.join(folder, 'logs'));
  const own = site
    .replaceAll('listen 443', `listen 127.0.0.1:${ports.tls}`)
    .replaceAll('listen 80', `listen 127.0.0.1:${ports.plain}`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${ports.desk}`)
    .replaceAll('/etc/ssl/private/desk.example.org.key', path.join(folder, 'key.pem'))
    .replaceAll('/etc/ssl/desk.example.org.pem', path.join(folder, 'cert.pem'))
    .replaceAll('/var/log/nginx/claimdesk.log', path.join(folder, 'logs', 'access.log'))
    .replaceAll('desk.example.org', 'localhost');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${path.join(folder, name)};`)
    .join(' ');
  const isRoot = process.getuid?.() === 0;
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${isRoot ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/logs/error.log;
    events {} http { access_log off; ${temporary} ${own} }`,
  );
  const command = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'logs', 'error.log')];
  execFileSync(nginx ?? '', [...command, '-t', '-q'], { stdio: 'inherit' });
  const child: ChildProcess = spawn(nginx ?? '', command, { stdio: 'inherit' });
  while (!(await isListening(ports.tls))) await new Promise((resolve) => setTimeout(resolve, 50));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGQUIT');
    setTimeout(() => child.kill('SIGTERM'), 1_000).unref();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `https://localhost:${ports.tls}`, stop };
}
