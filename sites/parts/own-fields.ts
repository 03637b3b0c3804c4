import type { FieldDescriptor, OwnFields, SiteDescriptor } from '../../core/site';

/**
 * A site whose pages also have the fields that a team made for itself. They are looked up each time they are asked
 * for: a page may still be on its way when its site is found out.
 */
export function withOwnFields(site: SiteDescriptor, doc: Document): SiteDescriptor {
  const pages = site.pages.map((page) => {
    const { ownFields, fields } = page;
    if (!ownFields) return page;
    return {
      ...page,
      get fields() {
        return [...fields, ...fieldsOn(doc, fields, ownFields)];
      },
    };
  });
  return { ...site, pages };
}

function fieldsOn(doc: Document, known: readonly FieldDescriptor[], own: OwnFields): FieldDescriptor[] {
  const rows = [...doc.querySelectorAll(own.row)].map((row) => ({
    number: own.number.exec(row.id)?.[1] ?? '',
    label: nameIn(row.querySelector(own.label)?.textContent ?? ''),
  }));
  return rows.flatMap(({ number, label }) => {
    const isTaken = known.some((one) => isSame(one.name, label) || isSame(one.label, label));
    // of two that share a name nobody could tell which one is meant
    const isOne = rows.filter((other) => isSame(other.label, label)).length === 1;
    if (!number || !label || isTaken || !isOne) return [];
    const fill = <T>(value: T): T => filled(value, number);
    const kind = own.kinds.find(({ sign }) => doc.querySelector(fill(sign)) !== null);
    return kind ? [{ ...fill(kind.field), name: label, label }] : [];
  });
}

const nameIn = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:：]$/, '');

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The number put into every text of a piece of data. */
function filled<T>(value: T, number: string): T {
  if (typeof value === 'string') return value.replaceAll('{number}', number) as T;
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, number)])) as T;
}
