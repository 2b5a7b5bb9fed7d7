/** Builds sets one member at a time and goes on with the best of each size: a beam search, whatever the members are. */

/** Where a set that grew stands among the others. */
export interface Grown {
  readonly worth: number;
}

export interface Beam<Item, State extends { readonly last: number }, Step extends Grown> {
  readonly items: readonly Item[];
  readonly start: State;
  /** Members that are added at most. */
  readonly membersMax: number;
  /** How many sets of one size are gone on with. */
  readonly width: number;
  /** The set with one more member; null when it may not have it. Only items behind the set's last one are tried. */
  readonly grow: (state: State, item: Item, index: number) => Step | null;
  /** Sees all sets of one size, the most worth first. */
  readonly see: (steps: readonly Step[]) => void;
  /** Makes a set that is gone on with: only then is it worth the memory. */
  readonly keep: (step: Step) => State;
}

/** Runs until no set can grow, or all have their members. */
export function runBeam<Item, State extends { readonly last: number }, Step extends Grown>(
  beam: Beam<Item, State, Step>,
): void {
  const { items, membersMax, width, grow, see, keep } = beam;
  let level: readonly State[] = [beam.start];
  for (let added = 1; added <= membersMax && level.length > 0; added++) {
    const steps: Step[] = [];
    for (const state of level)
      for (let index = state.last + 1; index < items.length; index++) {
        const item = items[index];
        const step = item === undefined ? null : grow(state, item, index);
        if (step !== null) steps.push(step);
      }
    steps.sort((a, b) => b.worth - a.worth);
    see(steps);
    level = added === membersMax ? [] : steps.slice(0, width).map(keep);
  }
}
