import { SENSES } from '../../sim/senses/registry.ts';
import { senseContract } from './sense.ts';

for (const sense of SENSES.all) senseContract(sense);
