/** An element itself and all below it that match, in document order. */
export function findIn(selector: string, scope: Element): Element[] {
  const below = [...scope.querySelectorAll(selector)];
  return scope.matches(selector) ? [scope, ...below] : below;
}

/**
 * Many elements of one kind, such as the messages of a thread, of which the same things are asked. The page is asked
 * once per selector, and each gets its part of the answer: a long thread costs as many questions as a short one.
 */
export class Crowd {
  private readonly members: ReadonlySet<Element>;
  private readonly roots: ReadonlySet<Node>;
  private readonly answers = new Map<string, Map<Element, Element[]>>();

  /** @param members none of them stands in another */
  constructor(members: readonly Element[]) {
    this.members = new Set(members);
    this.roots = new Set(members.map((el) => el.getRootNode()));
  }

  /** The same as {@link findIn}; null for an element that is not one of these. */
  find(selector: string, member: Element): Element[] | null {
    if (!this.members.has(member)) return null;
    let answer = this.answers.get(selector);
    if (!answer) {
      answer = this.ask(selector);
      this.answers.set(selector, answer);
    }
    return answer.get(member) ?? [];
  }

  private ask(selector: string): Map<Element, Element[]> {
    const answer = new Map<Element, Element[]>();
    for (const root of this.roots) {
      const found = (root as ParentNode & Node).querySelectorAll(selector);
      let owner: Element | null = null;
      // by number: faster than any other way through a long list
      for (let i = 0; i < found.length; i += 1) {
        const el = found[i] as Element;
        if (!owner?.contains(el)) owner = this.ownerOf(el);
        if (!owner) continue;
        const own = answer.get(owner);
        if (own) own.push(el);
        else answer.set(owner, [el]);
      }
    }
    return answer;
  }

  private ownerOf(el: Element): Element | null {
    let up: Element | null = el;
    while (up && !this.members.has(up)) up = up.parentElement;
    return up;
  }
}
