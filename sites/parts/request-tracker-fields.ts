import type { FieldDescriptor, OwnFields } from '../../core/site';

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

/** A box of the page has a pencil that shows its form, a cross that hides it, and the form a button that loads the page anew. */
const box = (name: string) => ({
  open: `.${name} .inline-edit-toggle.edit`,
  close: `.${name} .inline-edit-toggle.cancel`,
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
];

/** The box of a custom field, and the parts of its form. RT sends all fields of a box along, as old as the page. */
const ownBox = '.ticket-info-cfs:has(#CF-{number}-ShowRow)';
const ownForm = `${ownBox} form.inline-edit`;
const ownRow = '#CF-{number}-ShowRow .value:not(.no-value)';
const inOwnForm = (control: string) => ({
  by: 'control' as const,
  open: `${ownBox} .inline-edit-toggle.edit`,
  close: `${ownBox} .inline-edit-toggle.cancel`,
  save: `${ownForm} input[type="submit"]`,
  control,
  leaveOut: `${ownForm} [name]:not([name="id"], [name*="-{number}-Value"])`,
});
const select = `${ownForm} .cftype-Select select.CF-{number}-Edit:not([multiple])`;
const line = `${ownForm} .cftype-Freeform input.CF-{number}-Edit`;
const date = `${ownForm} .cftype-Date input.datepicker[name*="-{number}-Value"]`;

/** Custom fields by the names that the team gave them, in whatever language. Those of several values, of many lines, of a time of day and of files are shown only. */
export const ownFields: OwnFields = {
  row: '.ticket-info-cfs .custom-field[id$="-ShowRow"]',
  number: /^CF-(\d+)-ShowRow$/,
  label: '.label > span',
  kinds: [
    {
      sign: select,
      field: {
        kind: 'choice',
        read: { selector: `${ownRow} .current-value` },
        edit: { ...inOwnForm(select), options: 'option:not([value=""])' },
      },
    },
    {
      sign: line,
      field: { kind: 'text', read: { selector: `${ownRow} .current-value` }, edit: inOwnForm(line) },
    },
    {
      // shown in the words of each person's language; its form has it as RT keeps it
      sign: date,
      field: { kind: 'text', read: { selector: date, attribute: 'value' }, edit: inOwnForm(date) },
    },
    {
      sign: ownRow,
      field: {
        kind: 'tags',
        read: { selector: `${ownRow} li, ${ownRow} .current-value:not(:has(li))` },
      },
    },
  ],
};
