import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

let shared: Promise<Browser> | undefined;

/**
 * The browser that all test files of one process have in common, each with contexts of its own; it ends with the process. To start one
 * takes a second of processor time.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (shared !== undefined && !(await shared).isConnected()) shared = undefined;
  shared ??= openBrowser();
  return shared;
}

/**
 * A headless Chromium that comes out of an npm package, with WebGL2 in software (SwiftShader). The environment
 * variable makes the package unpack the libraries that a bare machine lacks.
 */
export async function openBrowser(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const executablePath = await chromiumPackage.executablePath();
  const gl = [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
  ];
  // Pages are put together without WebGL: software that plays a graphics processor takes three times as long for it.
  const plainly = ['--disable-gpu-compositing'];
  return chromium.launch({
    executablePath,
    headless: true,
    // The plainest of locales, which browsers report as `en-US@posix`; a test that wants another says so.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--font-render-hinting=none',
      '--hide-scrollbars',
      ...plainly,
      ...gl,
    ],
  });
}
