/** What each player gets, by name. */
export type Shares<P extends string> = Readonly<Record<P, number>>;

/** The name of a set of players, whatever the order in which they are told. */
export function coalition<P extends string>(players: readonly P[], those: readonly P[]): string {
  return players.filter((player) => those.includes(player)).join('+');
}

/** All sets of players, the empty one first. */
export function coalitions<P extends string>(players: readonly P[]): P[][] {
  return players.reduce<P[][]>((sets, player) => sets.concat(sets.map((set) => [...set, player])), [[]]);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/**
 * Shapley values: what each player adds to the sets of the others, averaged over all orders in which they may come
 * (Shapley 1953). They add up to the value of all players minus that of none, and players that add the same get the same.
 * `worth` knows the value of each set by its name in `coalition`.
 */
export function shapley<P extends string>(players: readonly P[], worth: (set: string) => number): Shares<P> {
  const of = (those: readonly P[]) => worth(coalition(players, those));
  const share = (player: P) => {
    const others = players.filter((one) => one !== player);
    return coalitions(others).reduce((sum, set) => {
      const orders = factorial(set.length) * factorial(others.length - set.length);
      return sum + (orders / factorial(players.length)) * (of([...set, player]) - of(set));
    }, 0);
  };
  return Object.fromEntries(players.map((player) => [player, share(player)])) as Shares<P>;
}
