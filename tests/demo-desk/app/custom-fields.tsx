import { ChoiceField, TextField } from './fields';

interface Props {
  /** Prefix of the controls' ids: `field` or `contact`. */
  prefix: string;
  known: Record<string, { options: string[] | null }>;
  names: string[];
  values: Record<string, string>;
  save: (name: string, value: string) => Promise<void>;
}

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const same = (options: string[]) => Object.fromEntries(options.map((option) => [option, option]));

/** The fields that each desk defines for itself, as choices or lines of text. */
export function CustomFields({ prefix, known, names, values, save }: Props) {
  return names.map((name) => {
    const common = {
      id: `${prefix}-${slug(name)}`,
      label: name,
      value: values[name] ?? '',
      save: (value: string) => save(name, value),
    };
    const options = known[name]?.options;
    return options ? (
      <ChoiceField key={name} {...common} options={same(options)} />
    ) : (
      <TextField key={name} {...common} />
    );
  });
}
