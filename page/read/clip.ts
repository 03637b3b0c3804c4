import { type Box, EVERYWHERE, intersect, NOWHERE } from './boxes';

/** What lets text through. Measured when it is first asked for: ordinary text in an ordinary box never asks. */
export class Clip {
  private made: Box | undefined;

  constructor(private readonly make: () => Box) {}

  static of(box: Box): Clip {
    return new Clip(() => box);
  }

  get box(): Box {
    this.made ??= this.make();
    return this.made;
  }

  /** Through this and through `box`. */
  within(box: Box): Clip {
    return box === NOWHERE ? CLOSED : new Clip(() => intersect(this.box, box));
  }
}

export const OPEN = Clip.of(EVERYWHERE);
export const CLOSED = Clip.of(NOWHERE);
