import { deviceRow, sizeOf } from '../device/cost.ts';
import { DEVICES } from '../device/device.ts';
import type { NetworkShape } from '../device/layer-cost.ts';
import { imagePxOf } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';

/** A figure with its 95 % limits. */
export interface Limits {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

/** Most that int8 may cost, upper 95 % limit in points: small networks lose 0.0 to 1.6 (MCUNet, arXiv 2007.10319; chosen). */
const MOST_LOST = 1;

/** What was measured of a student on items that neither training nor quantisation saw. */
export interface Measured {
  readonly testItems: number;
  /** Float and int8 material accuracy on the same test items, and the paired difference in points, with 95 % limits. */
  readonly floatAccuracy: Limits;
  readonly int8Accuracy: Limits;
  readonly lossPoints: Limits;
  readonly stateMae: number;
  readonly qualityMae: number;
  readonly ece: number;
}

/** What a model card says beside what can be read off the model itself. */
export interface CardFacts {
  readonly modelId: string;
  /** What it was trained by: arm, labels, seed. */
  readonly origin: string;
  /** Empty where the items that it learned from are not known. */
  readonly dataHash: string;
  /** Null where there were no items to measure on. */
  readonly measured: Measured | null;
}

/** The card of an exported student as Markdown; a teacher's row stands beside it, because it is what the student replaces. */
export function modelCard(student: Model, teacher: NetworkShape | null, facts: CardFacts): string {
  return `# ${student.name} (${facts.modelId})

Names the material of one item, its degradation state and its remaining value from one ${imagePxOf(student)} x ${imagePxOf(student)} RGB picture.
Trained as ${facts.origin}.

${sizeTable(student, teacher)}

| | |
|---|---|
| labels | ${student.labels.length} materials |
| training data | ${facts.dataHash === '' ? 'not given' : `hash ${facts.dataHash}`}, rendered by this simulator |
${measuredRows(facts.measured)}

## Energy and time of one inference
Calibrated on measured MLPerf Tiny results; microcontrollers within 20 %, accelerators are descriptions of three or four points, not validations.

${deviceTable(student, teacher)}

## Limits
Trained and tested on rendered items only: no figure here says anything of a real camera over a real belt. Materials that look
alike are told apart only as far as substances show (lookCoupling). Sensors unlike the training's (other lamps, dirt) cost accuracy: see the report.
`;
}

function measuredRows(measured: Measured | null): string {
  if (measured === null) return '| accuracy | not measured: no items were given |';
  const { lossPoints, testItems } = measured;
  const percent = ({ mean, lo, hi }: Limits) =>
    `${(100 * mean).toFixed(2)} % (95 % over items ${(100 * lo).toFixed(2)} to ${(100 * hi).toFixed(2)})`;
  return `| material accuracy, float | ${percent(measured.floatAccuracy)} on ${testItems} test items |
| material accuracy, int8 | ${percent(measured.int8Accuracy)} |
| loss by int8 | ${lossPoints.mean.toFixed(2)} points (95 % ${lossPoints.lo.toFixed(2)} to ${lossPoints.hi.toFixed(2)}; wanted: at most ${MOST_LOST.toFixed(2)}, ${lossPoints.hi <= MOST_LOST ? 'met' : 'missed'}) |
| state, mean absolute error | ${measured.stateMae.toFixed(2)} of 10 states |
| quality, mean absolute error | ${measured.qualityMae.toFixed(3)} |
| calibration error (ECE) | ${measured.ece.toFixed(3)} |`;
}

/** What each network asks of a device: operations and bytes. */
function sizeTable(student: Model, teacher: NetworkShape | null): string {
  const row = (name: string, model: NetworkShape) => {
    const { macs, weightBytes, peakRamBytes } = sizeOf(model);
    return `| ${name} | ${(macs / 1e6).toFixed(2)} M | ${weightBytes} | ${peakRamBytes} |`;
  };
  return [
    '| network | MACs | weights, bytes (int8) | RAM at least, bytes (int8) |',
    '|---|---|---|---|',
    row('student', student),
    ...(teacher ? [row('teacher', teacher)] : []),
  ].join('\n');
}

function deviceTable(student: Model, teacher: NetworkShape | null): string {
  const cell = (model: NetworkShape | null, device: (typeof DEVICES)[number]) => {
    if (!model) return '-';
    const { fits, reason, energyJ, timeS } = deviceRow(model, device);
    return `${(1e3 * energyJ).toFixed(3)} mJ, ${(1e3 * timeS).toFixed(1)} ms${fits ? '' : ` (${reason})`}`;
  };
  const lines = DEVICES.map(
    (fitted) =>
      `| ${fitted.device.name} (${fitted.device.kind}; ${fitted.device.conditions}) | ${cell(student, fitted)} | ${cell(teacher, fitted)} |`,
  );
  return ['| device | student | teacher |', '|---|---|---|', ...lines].join('\n');
}
