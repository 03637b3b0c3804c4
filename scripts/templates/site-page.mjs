import { title } from '../new/names.mjs';

/** A page such as the new site's file reads it, to be replaced by a saved one. */
export const pageText = (name) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="application-name" content="${title(name)}">
    <title>Ticket 7</title>
  </head>
  <body>
    <!-- Fill in: replace this page by a saved one of the real helpdesk. -->
    <p class="signed-in">Maya</p>
    <p class="ticket-id">Ticket 7</p>
    <h1 class="ticket-subject">The jacket is late</h1>
    <p><span class="requester-name">Tamsin Orrey</span> <span class="requester-email">tamsin@mail.example</span></p>
    <label for="status">Status</label>
    <select id="status">
      <option selected>Open</option>
      <option>Solved</option>
    </select>
    <article class="message customer" data-id="m1">
      <span class="author">Tamsin Orrey</span>
      <time datetime="2026-03-01T09:00:00Z">1 March</time>
      <div class="body">Where is my jacket?</div>
    </article>
    <article class="message note" data-id="m2">
      <span class="author">Maya</span>
      <time datetime="2026-03-01T10:00:00Z">1 March</time>
      <div class="body">It left on Monday.</div>
    </article>
  </body>
</html>
`;
