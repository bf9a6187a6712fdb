/** WebKitGTK's small browser, driven over WebDriver on a screen that nobody sees. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Builder, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../desk';
import { type Driver, type Engine, type Point, windowSize } from './driver';

const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => path.join('/usr/lib', name)) : [];
const file = ['webkit2gtk-4.1', 'webkit2gtk-4.0']
  .flatMap((name) => libraries.map((library) => path.join(library, name, 'MiniBrowser')))
  .find(existsSync);
const canRun = (program: string, option: string) =>
  spawnSync(program, [option], { stdio: 'ignore' }).error === undefined;

export const webkit: Engine = {
  name: 'WebKit',
  what: 'WebKit (Debian: webkit2gtk-driver and xvfb)',
  isThere: file !== undefined && canRun('WebKitWebDriver', '--help') && canRun('Xvfb', '-help'),
  open: async () => {
    if (!file) throw new Error('WebKit’s MiniBrowser is not installed.');
    const started: ChildProcess[] = [];
    const stop = () => {
      for (const child of started.reverse()) child.kill();
    };
    try {
      const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      started.push(screen);
      const display = await firstLine(screen);
      const port = await freePort();
      const server = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: {
          ...process.env,
          DISPLAY: `:${display}`,
          LC_ALL: 'C.UTF-8',
          // The browser's sandbox does not start for root, as whom CI runs.
          ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
        },
      });
      started.push(server);
      await untilServing(port);
      const driver = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: file, args: ['--automation'] },
        })
        .build();
      await driver.manage().setTimeouts({ script: 30_000 });
      const close = async () => {
        await driver.quit().finally(stop);
      };
      return { window: await driveWindow(driver, await driver.getWindowHandle()), close };
    } catch (error) {
      stop();
      throw error;
    }
  },
};

/** Xvfb writes the number of its display when it is ready. */
function firstLine(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    screen.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('\n')) resolve(text.trim());
    });
    screen.on('error', reject);
    screen.on('exit', () => reject(new Error('Xvfb ended before it was ready.')));
  });
}

async function untilServing(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch (error) {
      if (tries === 100) throw new Error('WebKitWebDriver does not answer.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const modifiers: Record<string, string> = { Control: Key.CONTROL, Shift: Key.SHIFT, Alt: Key.ALT };
const keys: Record<string, string> = {
  ...modifiers,
  ...{ Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, Delete: Key.DELETE, Backspace: Key.BACK_SPACE },
  ...{ ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN },
};

/** One window of the browser. WebDriver speaks to one at a time, so each act turns to its own first. */
async function driveWindow(driver: WebDriver, handle: string): Promise<Driver> {
  const here = async () => {
    if ((await driver.getWindowHandle().catch(() => null)) !== handle) await driver.switchTo().window(handle);
  };
  const at = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 20 });
  const resize = async (width: number, height: number) => {
    await here();
    const inner = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
    const outer = await driver.manage().window().getRect();
    await driver
      .manage()
      .window()
      .setRect({
        ...{ x: 0, y: 0 },
        width: width + outer.width - (inner[0] ?? 0),
        height: height + outer.height - (inner[1] ?? 0),
      });
  };
  await resize(windowSize.width, windowSize.height);
  return {
    resize,
    go: async (url) => {
      await here();
      await driver.get(url);
    },
    run: async <Args extends unknown[], Answer>(
      script: (...args: Args) => Answer | Promise<Answer>,
      ...args: Args
    ): Promise<Answer> => {
      await here();
      const { answer, error } = await driver.executeAsyncScript<{ answer: Answer; error?: string }>(
        `const [args, done] = arguments;
        Promise.resolve().then(() => (${script})(...args)).then((answer) => done({ answer }), (error) => done({ error: String(error) }));`,
        args,
      );
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    load: async (source) => {
      await here();
      await driver.executeScript(source);
    },
    click: async (point, times) => {
      await here();
      const clicks = driver.actions().move(at(point));
      for (let time = 0; time < times; time += 1) clicks.press().release();
      await clicks.perform();
    },
    drag: async ([first, ...rest]) => {
      if (!first) return;
      await here();
      const movement = driver.actions().move(at(first)).press();
      for (const point of rest) movement.move(at(point));
      await movement.release().perform();
    },
    type: async (text) => {
      await here();
      await driver.actions().sendKeys(text.replaceAll('\n', Key.ENTER)).perform();
    },
    press: async (names) => {
      await here();
      const pressed = names.split('+').map((name) => keys[name] ?? name);
      const acts = driver.actions();
      for (const key of pressed) acts.keyDown(key);
      for (const key of pressed.reverse()) acts.keyUp(key);
      await acts.perform();
    },
    picture: async (picture) => {
      await here();
      writeFileSync(picture, await driver.takeScreenshot(), 'base64');
    },
    another: async () => {
      await here();
      await driver.switchTo().newWindow('window');
      return driveWindow(driver, await driver.getWindowHandle());
    },
  };
}
