import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Builder, By, Capabilities, until, type WebDriver } from 'selenium-webdriver';
import { findFreePorts } from '../../../../scripts/test/find-free-ports';
import { type Phone, readScript } from './phone';

const waitMs = 60_000;

/** Starts WebKitGTK, whose engine is that of Safari, by its own driver and on a virtual screen. */
export async function startWebKit(driverPath: string): Promise<Phone> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await readLine(screen);
  const [port = 0] = await findFreePorts(1);
  const service = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display}` },
  });
  const driver = await connect(`http://127.0.0.1:${port}`);
  await driver.manage().window().setRect({ width: 360, height: 740, x: 0, y: 0 });
  return drive(driver, async () => {
    await driver.quit();
    service.kill();
    screen.kill();
  });
}

function drive(driver: WebDriver, close: Phone['close']): Phone {
  const find = async (xpath: string) => {
    const element = await driver.wait(until.elementLocated(By.xpath(xpath)), waitMs);
    return driver.wait(until.elementIsVisible(element), waitMs);
  };
  return {
    open: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    goBack: () => driver.executeScript('window.history.back()'),
    tap: async (xpath) => (await find(xpath)).click(),
    type: async (xpath, text) => (await find(xpath)).sendKeys(text),
    read: async () => ({
      url: await driver.getCurrentUrl(),
      text: String(await driver.executeScript(`return ${readScript}`)),
    }),
    run: async (script) => String(await driver.executeScript(`return ${script}`)),
    close,
  };
}

function readLine(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) {
    throw new TypeError('The child was started without a pipe.');
  }
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The screen for WebKit ended with ${code}.`)));
  });
}

/** Connects as soon as the driver listens. It has no other sign that it has started. */
async function connect(server: string): Promise<WebDriver> {
  const capabilities = new Capabilities({ browserName: 'MiniBrowser' });
  for (let triesLeft = 600; ; triesLeft -= 1) {
    try {
      return await new Builder()
        .disableEnvironmentOverrides()
        .usingServer(server)
        .withCapabilities(capabilities)
        .build();
    } catch (error) {
      if (triesLeft === 0 || !String(error).includes('ECONNREFUSED')) {
        throw error;
      }
      await setTimeout(100);
    }
  }
}
