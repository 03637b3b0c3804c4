import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, element, labPage, RICH } from '../page';

/** The way most home-made React boxes go: the HTML is state, drawn back only where it differs. */
labPage('react-editable', async (host) => {
  let state = '';
  let show: (html: string) => void = () => undefined;
  function Box() {
    const [html, setHtml] = useState('');
    state = html;
    show = setHtml;
    return (
      <div
        className="box"
        contentEditable
        suppressContentEditableWarning
        ref={(el) => {
          if (el && el.innerHTML !== html) el.innerHTML = html;
        }}
        onInput={(event) => setHtml(event.currentTarget.innerHTML)}
      />
    );
  }
  createRoot(element('div', '', host)).render(<Box />);
  await drawn(host, '.box');
  return {
    selector: '.box',
    holds: RICH,
    set: async (html) => {
      show(html);
      await new Promise((done) => setTimeout(done, 20));
    },
    content: () => state,
    model: () => state,
  };
});
