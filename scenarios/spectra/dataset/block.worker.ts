import { type Reply, reply } from '../../threads/reply.ts';
import type { WorkerOrder } from '../../threads/worker-pool.ts';
import { type Block, type BlockOrder, renderBlock } from './render.ts';

/** Entry of a worker thread: renders some rows of a set. */
export default function work({ work: order, port }: WorkerOrder<BlockOrder>): Promise<Reply<Block>> {
  return reply(port, async () => renderBlock(order));
}
