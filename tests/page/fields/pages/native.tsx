import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Every native control, held by React: what React does not hear of, it puts back. */
function Form() {
  const [state, set] = useState({
    choice: 'b',
    multi: ['x'],
    flag: false,
    radio: 'one',
    text: 'old',
    number: '3',
    date: '2026-01-05',
    area: 'a\nb',
    moment: '2026-01-05T09:30',
    month: '2026-01',
    time: '09:30',
    week: '2026-W02',
    listed: 'old',
  });
  (window as unknown as { state: unknown }).state = () => state;
  const put = (key: string) => (e: { target: { value: string } }) =>
    set((s) => ({ ...s, [key]: e.target.value }));
  return (
    <form>
      <select id="choice" value={state.choice} onChange={put('choice')}>
        <option value="a">Alpha</option>
        <option value="b">Beta</option>
        <option value="c">Gamma &amp; delta</option>
        <option value="d" disabled>
          Never
        </option>
      </select>
      <select
        id="multi"
        multiple
        value={state.multi}
        onChange={(e) => set((s) => ({ ...s, multi: [...e.target.selectedOptions].map((o) => o.value) }))}
      >
        <option value="x">Ex</option>
        <option value="y">Why</option>
        <option value="z">Zed</option>
      </select>
      <label>
        <input
          type="checkbox"
          id="flag"
          checked={state.flag}
          onChange={(e) => set((s) => ({ ...s, flag: e.target.checked }))}
        />{' '}
        VIP
      </label>
      {['one', 'two'].map((v) => (
        <label key={v}>
          <input
            type="radio"
            name="radio"
            id={`r-${v}`}
            value={v}
            checked={state.radio === v}
            onChange={put('radio')}
          />{' '}
          Number {v}
        </label>
      ))}
      <input id="text" value={state.text} onChange={put('text')} />
      <input id="number" type="number" value={state.number} onChange={put('number')} />
      <input id="date" type="date" value={state.date} onChange={put('date')} />
      <input id="moment" type="datetime-local" value={state.moment} onChange={put('moment')} />
      <input id="month" type="month" value={state.month} onChange={put('month')} />
      <input id="time" type="time" value={state.time} onChange={put('time')} />
      <input id="week" type="week" value={state.week} onChange={put('week')} />
      <input id="listed" list="list" value={state.listed} onChange={put('listed')} />
      <datalist id="list">
        <option value="Parcel" />
        <option value="Refund" />
      </datalist>
      <textarea id="area" value={state.area} onChange={put('area')} />
    </form>
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(<Form />);
