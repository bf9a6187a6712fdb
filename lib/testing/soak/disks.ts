/**
 * Small disks that can be filled up and fail, for root on Linux: one in memory, and one in a file that becomes read-only under
 * whoever writes to it, as a damaged disk does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Disk = { folder: string; remove: () => void };

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Whether disks can be made here: only root mounts them. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount').status === 0;

const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'claimdesk-disk-'));

/** Takes a disk away even while somebody uses it, and its folder with it. */
function takeAway(folder: string): void {
  spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** A disk in memory of so many megabytes. */
export function makeDisk(megabytes: number): Disk {
  const folder = emptyFolder();
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder);
  return { folder, remove: () => takeAway(folder) };
}

/** Fills a disk to its last byte; returns a function that makes room again. */
export function fillDisk(folder: string): () => void {
  const filler = path.join(folder, 'filler');
  // It ends where there is no room left.
  spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' });
  for (let index = 0; ; index += 1) {
    try {
      writeFileSync(`${filler}-${index}`, Buffer.alloc(4_096));
    } catch {
      break;
    }
  }
  return () => {
    for (const name of readdirSync(folder)) if (name.startsWith('filler')) rmSync(path.join(folder, name));
  };
}

/**
 * A disk in a file. `seal` and `unseal`: what is on it takes no writes for a while, also not from whoever has it open.
 * `breakDown`: its file system notes an error and becomes read-only; `repair`: it is checked and mounted again in the same
 * place, which the kernel only does once nobody has a file of it open.
 */
export function makeFailingDisk(megabytes: number) {
  const around = emptyFolder();
  const image = path.join(around, 'image');
  const folder = emptyFolder();
  run('truncate', '-s', `${megabytes}M`, image);
  run('mkfs.ext4', '-q', image);
  const mount = () => run('mount', '-o', 'loop,errors=remount-ro', image, folder);
  mount();
  return {
    folder,
    seal: () => run('chattr', '-R', '+i', folder),
    unseal: () => run('chattr', '-R', '-i', folder),
    breakDown: () => {
      const device = path.basename(run('findmnt', '-n', '-o', 'SOURCE', folder).trim());
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'the soak');
    },
    repair: () => {
      run('umount', folder);
      // It exits with 1 where it mended something.
      spawnSync('e2fsck', ['-f', '-y', image]);
      mount();
    },
    remove: () => {
      takeAway(folder);
      rmSync(around, { recursive: true, force: true });
    },
  };
}
