// The three browsers, as Debian ships them: their drivers started on free ports of loopback, no network
// but loopback, nothing downloaded. A missing program is an error that names the remedy.

import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';

/** The engines to test, all three unless ENGINES names some ("chromium firefox"). */
export const ENGINES = (process.env.ENGINES ?? 'chromium firefox webkit').split(/[\s,]+/).filter(Boolean);

const START_MS = 20_000;

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function program(name) {
  const found = process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find(runs);
  if (!found) throw new Error(`${name} is missing: run 'make setup'`);
  return found;
}

// MiniBrowser stands outside PATH, in a folder that carries the architecture and the API's version.
function miniBrowser() {
  const libs = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  const found = ['4.1', '6.0', '4.0'].flatMap((api) => libs.map((lib) => join(lib, `webkit2gtk-${api}`, 'MiniBrowser'))).find(runs);
  if (!found) throw new Error("WebKitGTK's MiniBrowser is missing: run 'make setup'");
  return found;
}

// --- What each engine is asked for ----------------------------------------------------------------

const capabilities = {
  chromium: ({ proxy, scripting, storage, args }) => ({
    browserName: 'chrome',
    'goog:loggingPrefs': { browser: 'ALL', performance: 'ALL' },
    'goog:chromeOptions': {
      binary: program('chromium'),
      args: [
        '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
        '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps',
        // A mouse: without a screen Chromium believes in none.
        '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
        '--force-color-profile=srgb', `--proxy-server=http://127.0.0.1:${proxy}`, ...args,
      ],
      prefs: {
        ...(!scripting && { 'profile.managed_default_content_settings.javascript': 2 }),
        ...(!storage && { 'profile.default_content_setting_values.cookies': 2 }),
      },
    },
  }),
  firefox: ({ proxy, scripting, storage }) => ({
    browserName: 'firefox',
    'moz:firefoxOptions': {
      binary: program('firefox-esr'),
      args: ['-headless'],
      prefs: {
        ...proxyPrefs(proxy),
        ...(!scripting && { 'javascript.enabled': false }),
        ...(!storage && { 'dom.storage.enabled': false }),
        'app.update.enabled': false,
        'browser.newtabpage.enabled': false,
        'browser.region.network.url': '',
        'browser.safebrowsing.update.enabled': false,
        'datareporting.healthreport.uploadEnabled': false,
        'datareporting.policy.dataSubmissionEnabled': false,
        'extensions.getAddons.cache.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        'services.settings.server': 'data:,#remote-settings-dummy/v1',
        'toolkit.telemetry.enabled': false,
        'ui.prefersReducedMotion': 1,
        // A fine pointer that can hover: without a screen Firefox believes in none.
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
      },
    },
  }),
  webkit: ({ proxy }) => ({
    proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${proxy}`, sslProxy: `127.0.0.1:${proxy}`, noProxy: ['127.0.0.1'] },
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
  }),
};

const proxyPrefs = (port) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
});

const drivers = {
  chromium: (port) => [program('chromedriver'), [`--port=${port}`]],
  firefox: (port) => [program('geckodriver'), ['--port', String(port), '--host', '127.0.0.1']],
  webkit: (port) => [program('WebKitWebDriver'), [`--port=${port}`]],
};

// --- Starting and stopping --------------------------------------------------------------------------

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A child process whose output is kept for the error message, in a group of its own so that a browser that
 *  outlives its driver is ended too. */
function child(command, args, options = {}) {
  const process_ = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], detached: true, ...options });
  const said = [];
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (text) => said.length < 500 && said.push(text));
  const gone = new Promise((done) => process_.once('exit', done).once('error', done));
  const signal = (name) => {
    try {
      process.kill(-process_.pid, name);
    } catch {
      // Already gone, as wanted.
    }
  };
  // A test run that is broken off leaves no browser behind.
  const atExit = () => signal('SIGKILL');
  process.once('exit', atExit);
  return {
    process: process_,
    said: () => said.join('').trim(),
    stop: async () => {
      signal('SIGTERM');
      const late = setTimeout(() => signal('SIGKILL'), 3000);
      await gone;
      clearTimeout(late);
      signal('SIGKILL');
      process.off('exit', atExit);
    },
  };
}

// WebKitGTK has no headless mode: it gets a screen of its own, with a number that the server picks itself.
async function startScreen() {
  const screen = child(program('Xvfb'), ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp', '-noreset']);
  const number = await new Promise((done, failed) => {
    screen.process.stdio[3].once('data', (text) => done(String(text).trim()));
    screen.process.once('exit', () => failed(new Error(`Xvfb ended: ${screen.said()}`)));
    screen.process.once('error', failed);
  });
  return { ...screen, display: `:${number}` };
}

async function untilReady(url, server) {
  for (const end = Date.now() + START_MS; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    if (server.process.exitCode !== null) throw new Error(`the driver ended: ${server.said()}`);
    const status = await fetch(`${url}/status`).then((answer) => answer.json()).catch(() => null);
    if (status?.value?.ready) return;
  }
  throw new Error(`the driver is not ready after ${START_MS / 1000} s: ${server.said()}`);
}

async function startOnce(engine, { proxy, scripting = true, storage = true, args = [] }) {
  const env = { ...process.env, NO_AT_BRIDGE: '1', GTK_A11Y: 'none', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', LANG: 'C.UTF-8' };
  for (const name of Object.keys(env)) if (/^(all|https?|no)_proxy$/i.test(name)) delete env[name];
  const started = [];
  const stop = async () => {
    for (const one of started.reverse()) await one.stop();
  };
  try {
    if (engine === 'webkit') {
      const screen = await startScreen();
      started.push(screen);
      Object.assign(env, { DISPLAY: screen.display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' });
    }
    const port = await freePort();
    const [command, args] = drivers[engine](port);
    const server = child(command, args, { env });
    started.push(server);
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, server);
    // The plain session call: the library's Builder would want a browser it knows, or go and look for one.
    const executor = new Executor(new HttpClient(url));
    if (engine === 'chromium') executor.defineCommand('devtools', 'POST', '/session/:sessionId/goog/cdp/execute');
    const driver = WebDriver.createSession(executor, capabilities[engine]({ proxy, scripting, storage, args }));
    let late;
    const tooLate = new Promise((_, failed) => {
      late = setTimeout(() => failed(new Error(`no window after ${START_MS / 1000} s`)), START_MS);
    });
    await Promise.race([driver.getSession(), tooLate]).catch((cause) => {
      throw new Error(`${engine} did not open: ${cause.message}\n${server.said()}`, { cause });
    });
    clearTimeout(late);
    return {
      driver,
      stop: async () => {
        await driver.quit().catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts one engine. `proxy` is the port of the refusing proxy; without `scripting` pages run no script
 *  and without `storage` they keep nothing (Chromium and Firefox only); `args` are for Chromium. A browser that
 *  does not come up, as WebKitGTK's sometimes does not, is started again, twice at most. Resolves to
 *  { driver, stop }. */
export async function startEngine(engine, options) {
  for (let again = 2; ; again -= 1)
    try {
      return await startOnce(engine, options);
    } catch (error) {
      if (!again || !/did not open/.test(error.message)) throw error;
      console.error(`${error.message.split('\n')[0]}; it is started again`);
    }
}
