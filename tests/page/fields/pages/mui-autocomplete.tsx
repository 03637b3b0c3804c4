import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const options = ['Alpha', 'Beta', 'Gamma & delta', ...Array.from({ length: 40 }, (_x, i) => `Entry ${i}`)];
function Form() {
  const [one, setOne] = useState<string | null>('Alpha');
  const [many, setMany] = useState<string[]>(['Beta']);
  (window as unknown as { state: unknown }).state = () => ({ one, many });
  return (
    <>
      <Autocomplete
        id="one"
        options={options}
        value={one}
        onChange={(_e, v) => setOne(v)}
        renderInput={(p) => <TextField {...p} label="One" />}
      />
      <Autocomplete
        id="many"
        multiple
        options={options}
        value={many}
        onChange={(_e, v) => setMany(v)}
        renderInput={(p) => <TextField {...p} label="Many" />}
      />
    </>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
