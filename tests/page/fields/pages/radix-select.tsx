import * as Select from '@radix-ui/react-select';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Box({
  id,
  value,
  onChange,
  name,
}: {
  id: string;
  value: string;
  onChange: (v: string) => void;
  name?: string;
}) {
  return (
    <Select.Root value={value} onValueChange={onChange} name={name}>
      <Select.Trigger id={id}>
        <Select.Value placeholder="Choose…" />
        <Select.Icon>▾</Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content position="popper">
          <Select.Viewport>
            {[
              ['a', 'Alpha'],
              ['b', 'Beta'],
              ['c', 'Gamma & delta'],
            ].map(([v = '', label]) => (
              <Select.Item key={v} value={v}>
                <Select.ItemText>{label}</Select.ItemText>
                <Select.ItemIndicator>✓</Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
function Form() {
  const [one, setOne] = useState('a');
  const [inForm, setInForm] = useState('');
  (window as unknown as { state: unknown }).state = () => ({ one, inForm });
  return (
    <>
      <Box id="one" value={one} onChange={setOne} />
      <form>
        <Box id="inForm" name="pick" value={inForm} onChange={setInForm} />
      </form>
    </>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
