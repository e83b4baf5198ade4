import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../scenarios/view/open-browser.ts';

const url = 'http://127.0.0.1:4400/';
const desk = { platform: 'linux', env: { DISPLAY: ':0' }, attended: true } as const;

describe('the browser', () => {
  it.each([
    [desk, ['xdg-open', url]],
    [{ ...desk, env: { WAYLAND_DISPLAY: 'wayland-0' } }, ['xdg-open', url]],
    [{ ...desk, platform: 'darwin', env: {} } as const, ['open', url]],
    [{ ...desk, platform: 'win32', env: {} } as const, ['cmd', '/c', 'start', '""', url]],
  ])('opens where somebody sees it: %j', (at, command) => expect(browserCommand(at, url)).toEqual(command));

  it.each([
    { ...desk, attended: false },
    { ...desk, env: {} },
    { ...desk, env: { DISPLAY: '' } },
    { ...desk, env: { DISPLAY: ':0', CI: 'true' } },
    { ...desk, platform: 'darwin', env: { SSH_CONNECTION: 'from afar' } } as const,
  ])('stays closed where nobody would see it: %j', (at) => expect(browserCommand(at, url)).toBeNull());
});
