import { deviceRow, sizeOf } from './cost.ts';
import { DEVICES } from './device.ts';
import type { Model } from './model.ts';

/** What a model card says beside what can be read off the model itself. */
export interface CardFacts {
  readonly modelId: string;
  readonly dataHash: string;
  readonly testItems: number;
  /** Float and int8 material accuracy on the same test items, and the paired difference in points with its 95 % limits. */
  readonly floatAccuracy: number;
  readonly int8Accuracy: number;
  readonly lossPoints: { readonly mean: number; readonly lo: number; readonly hi: number };
  readonly stateMae: number;
  readonly qualityMae: number;
  readonly ece: number;
}

/** The card of an exported student as Markdown; a teacher's row stands beside it, because it is what the student replaces. */
export function modelCard(student: Model, teacher: Model | null, facts: CardFacts): string {
  const size = sizeOf(student);
  const percent = (x: number) => `${(100 * x).toFixed(2)} %`;
  return `# ${student.name} (${facts.modelId})

Names the material of one item, its degradation state and its remaining value from one ${student.imagePx} x ${student.imagePx} RGB picture.

| | |
|---|---|
| labels | ${student.labels.length} materials |
| MACs | ${(size.macs / 1e6).toFixed(2)} M |
| weights | ${size.weightBytes} bytes (int8) |
| activations | ${size.peakRamBytes} bytes of RAM at least (int8) |
| training data | hash ${facts.dataHash}, rendered by this simulator |
| material accuracy, float | ${percent(facts.floatAccuracy)} on ${facts.testItems} test items |
| material accuracy, int8 | ${percent(facts.int8Accuracy)} |
| loss by int8 | ${facts.lossPoints.mean.toFixed(2)} points (95 % ${facts.lossPoints.lo.toFixed(2)} to ${facts.lossPoints.hi.toFixed(2)}) |
| state, mean absolute error | ${facts.stateMae.toFixed(2)} of 10 states |
| quality, mean absolute error | ${facts.qualityMae.toFixed(3)} |
| calibration error (ECE) | ${facts.ece.toFixed(3)} |

## Energy and time of one inference
Calibrated on measured MLPerf Tiny results; microcontrollers within 20 %, accelerators are descriptions of three or four points, not validations.

${deviceTable(student, teacher)}

## Limits
Trained and tested on rendered items only: no figure here says anything of a real camera over a real belt. Materials that look
alike by construction cannot be told apart. Sensors unlike the training's (other lamps, dirt) cost accuracy: see the report.
`;
}

function deviceTable(student: Model, teacher: Model | null): string {
  const cell = (model: Model | null, device: (typeof DEVICES)[number]) => {
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
