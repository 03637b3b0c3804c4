import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import Select from 'react-select';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
];
function Form() {
  const [one, setOne] = useState<(typeof options)[number] | null>(options[0] ?? null);
  const [many, setMany] = useState<readonly (typeof options)[number][]>([]);
  const [styled, setStyled] = useState<(typeof options)[number] | null>(null);
  (window as unknown as { state: unknown }).state = () => ({
    one: one?.value ?? null,
    many: many.map((m) => m.value),
    styled: styled?.value ?? null,
  });
  return (
    <>
      <Select inputId="one" name="one" isClearable options={options} value={one} onChange={setOne} />
      <Select inputId="many" isMulti options={options} value={many} onChange={setMany} />
      <Select
        inputId="styled"
        classNamePrefix="desk"
        unstyled
        options={options}
        value={styled}
        onChange={setStyled}
        menuPortalTarget={document.body}
      />
    </>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
