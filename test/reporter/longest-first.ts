import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first, so that none of them is left when the others have ended. The rest goes by size. */
const longest = [
  'test/scenarios/questions.test.ts',
  'test/scenarios/whole-loop.test.ts',
  'test/models/perception.test.ts',
  'test/scenarios/queue/queue.test.ts',
  'test/scenarios/queue/faults.test.ts',
  'test/scenarios/door/package.test.ts',
  'test/viewer/page-boxes.test.ts',
  'test/viewer/page.test.ts',
  'test/viewer/compare-page.test.ts',
  'test/scenarios/stop.test.ts',
  'test/viewer/region-readers.test.ts',
  'test/faults/kill.test.ts',
  'test/scenarios/studies/region/run-folder.test.ts',
  'test/scenarios/experiment.test.ts',
  'test/scenarios/contracts/contracts.test.ts',
  'test/scenarios/door/types.test.ts',
  'test/scenarios/network-values.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
  return place < 0 ? longest.length : place;
};

/** The order of Vitest, which keeps files of one project together, with the longest files of each project in front. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => (a.project === b.project ? rank(a) - rank(b) : 0));
  }
}
