// Prints the golden weights' hash as this process gets it, and as a worker thread in it does.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { openBackend } from '../../../models/engine/backend.ts';
import { trainOnOneBatch } from './student.ts';

await openBackend('wasm', { threads: 2 });
const { weightsHash } = trainOnOneBatch(7, 25);

if (isMainThread) {
  const worker = new Worker(process.argv[1]!);
  const hash = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  console.log(JSON.stringify({ main: weightsHash, worker: hash }));
} else {
  parentPort!.postMessage(weightsHash);
}
