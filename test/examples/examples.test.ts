import { expect, test } from 'vitest';
import { bank } from './bank.ts';
import { callCentre } from './call-centre.ts';
import { carWash } from './car-wash.ts';
import { machineShop } from './machine-shop.ts';

/** Each example prints what its stored output says. To renew the outputs: `npx vitest run -u` with the project's configuration. */
test.each([
  ['bank', bank],
  ['machine-shop', machineShop],
  ['car-wash', carWash],
  ['call-centre', callCentre],
])('%s', async (name, example) => {
  const lines: string[] = [];
  example((line) => lines.push(line));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`output/${name}.txt`);
});
