/** By number: most lists are short, and going through one in any other way takes longer than finding it. */
export function matching(root: ParentNode, selector: string): Element[] {
  const list = root.querySelectorAll(selector);
  const found: Element[] = [];
  for (let i = 0; i < list.length; i += 1) found.push(list[i] as Element);
  return found;
}

/** The element itself and all below it that match, in document order. */
export function findIn(selector: string, scope: Element): Element[] {
  const below = matching(scope, selector);
  return scope.matches(selector) ? [scope, ...below] : below;
}

/**
 * Many elements of one kind, such as the messages of a thread, of which the same things are asked. The page is asked
 * once per selector, and each gets its part of the answer: a long thread costs as many questions as a short one.
 */
export class Crowd {
  private readonly answers = new Map<string, Map<Element | null, Element[]>>();

  /**
   * @param members none of them stands in another
   * @param root the tree in which all of them stand
   */
  constructor(
    private readonly members: ReadonlySet<Element>,
    private readonly root: Document | ShadowRoot,
  ) {}

  /** The same as {@link findIn}; null for an element that is not one of these. */
  find(selector: string, member: Element): Element[] | null {
    if (!this.members.has(member)) return null;
    let answer = this.answers.get(selector);
    if (!answer) {
      answer = Map.groupBy(matching(this.root, selector), (el) => this.ownerOf(el));
      this.answers.set(selector, answer);
    }
    return answer.get(member) ?? [];
  }

  private ownerOf(el: Element): Element | null {
    let up: Element | null = el;
    while (up && !this.members.has(up)) up = up.parentElement;
    return up;
  }
}
