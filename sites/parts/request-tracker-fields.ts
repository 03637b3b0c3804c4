import type { FieldDescriptor } from '../../core/site';

/** RT numbers custom fields as they are made, and names the number, not the field, on what edits it. */
const CUSTOM_FIELD_IDS = Array.from({ length: 100 }, (_, i) => i + 1);

/** The part of a custom field's editor with this class, found by the number of the row that shows the field. */
const customEditor = (name: string): string =>
  CUSTOM_FIELD_IDS.map(
    (id) => `.ticket-info-cfs:has(#CF-${id}-ShowRow.custom-field-${name}) .CF-${id}-Edit`,
  ).join();

/** All of that form but the ticket's id and the custom field's own parts. */
const otherCustomFields = (name: string): string =>
  CUSTOM_FIELD_IDS.map(
    (id) =>
      `.ticket-info-cfs:has(#CF-${id}-ShowRow.custom-field-${name}) form.inline-edit [name]:not([name="id"], [name*="-CustomField-${id}-"])`,
  ).join();

/** A box of the page has a pencil that shows its form, and the form a button that loads the page anew. */
const box = (name: string) => ({
  open: `.${name} .inline-edit-toggle.edit`,
  save: `.${name} form.inline-edit input[type="submit"]`,
});

const inBox = (name: string, control: string) => ({
  by: 'control' as const,
  ...box(name),
  control: `.${name} form.inline-edit select[name="${control}"]`,
  leaveOut: `.${name} form.inline-edit [name]:not([name="id"], [name="${control}"])`,
});

/** A ticket that nobody owns shows the owner “Nobody in particular”, which is a choice like any other. */
export const shown: FieldDescriptor[] = [
  {
    name: 'status',
    label: 'Status',
    kind: 'choice',
    read: { selector: '.ticket-info-basics .status .current-value' },
    edit: { ...inBox('ticket-info-basics', 'Status'), options: 'option:not([value=""])' },
    wire: true,
  },
  {
    name: 'priority',
    label: 'Priority',
    kind: 'choice',
    read: { selector: '.ticket-info-basics .priority .Priority' },
    edit: inBox('ticket-info-basics', 'Priority'),
  },
  {
    name: 'assignee',
    label: 'Owner',
    kind: 'choice',
    read: { selector: '.ticket-info-people .owner .current-value' },
    edit: inBox('ticket-info-people', 'Owner'),
  },
  {
    name: 'tags',
    label: 'Tags',
    kind: 'tags',
    read: {
      selector:
        '.custom-field-Tags .value:not(.no-value) li, .custom-field-Tags .value:not(.no-value) .current-value:not(:has(li))',
    },
    edit: {
      by: 'lines',
      ...box('ticket-info-cfs'),
      control: customEditor('Tags'),
      leaveOut: otherCustomFields('Tags'),
      single: { list: 'Values', add: 'AddValue', remove: 'DeleteValues' },
    },
  },
  {
    name: 'Product',
    label: 'Product',
    kind: 'choice',
    read: { selector: '.custom-field-Product .value:not(.no-value) .current-value' },
    edit: {
      by: 'control',
      ...box('ticket-info-cfs'),
      control: customEditor('Product'),
      options: 'option:not([value=""])',
      leaveOut: otherCustomFields('Product'),
    },
  },
];
