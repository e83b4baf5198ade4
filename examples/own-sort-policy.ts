/**
 * A sorting policy of your own on a day of looptwin: leave what brings less than a cent more than letting it pass, for each pick
 * wears the robot. Run it with: node examples/own-sort-policy.ts (Node 22.18 or newer reads TypeScript).
 */
import { run, type SortPolicy, sortOptions } from 'looptwin';

const leastGainEur = 0.01;

/** Made anew for each day, since a policy may remember. */
function thrifty(): SortPolicy {
  return {
    name: 'thrifty',
    decide(view) {
      const options = sortOptions(view); // pass, then a pick for each output, with what each is worth on average
      const [pass, ...picks] = options.map(({ expectedEur }) => expectedEur);
      const best = Math.max(...picks); // -Infinity where no output is within reach
      const isWorthIt = best - (pass ?? 0) >= leastGainEur;
      return {
        action: isWorthIt ? { kind: 'pick', output: picks.indexOf(best) } : { kind: 'pass' },
        options,
      };
    },
  };
}

const set = ['policies.perceptions=[perfect]']; // needs no trained network
const theirs = await run('smoke', { set, out: 'runs/expected-value' });
const mine = await run('smoke', { set, out: 'runs/thrifty', policies: { sorting: thrifty } });

for (const { document, folder } of [theirs, mine]) {
  const robot = document.perceptions.find(({ name }) => name === 'perfect'); // beside it: nobody, and a person
  const eur = Math.round(100 * (robot?.regretEur ?? 0)) / 100 + 0; // what is below zero by a rounding error is zero
  console.log(`${folder.replace(/^.*[\\/]/, '')}: regret EUR ${eur.toFixed(2)}`);
}
