import { agent, customer, file, note } from './message.mjs';

const elodie = { name: 'Élodie Marchanvert', email: 'elodie.marchanvert@poste-bleue.example' };
const priya = { name: 'Priya Ramanath', email: 'priya.ramanath@quillmail.example' };
const hedda = { name: 'Hedda Stromvik', email: 'hedda@fjellkart.example' };

/** A refund in French, an order with a second recipient, and an invoice for a company. */
export const threadsOfAbroad = {
  1044: [
    customer(7, elodie, '2026-11-18T06:25:00Z', {
      html: `<p>Bonjour,</p><p>J’ai renvoyé mes bottes <strong>Tide Boots</strong> (commande SM-19856) il y a trois semaines et je n’ai toujours pas reçu mon remboursement 😕. Le colis est bien arrivé chez vous le 2&nbsp;novembre.</p>
<p>Pouvez-vous me dire quand les 129,00&nbsp;€ seront versés&nbsp;? Je commence à m’inquiéter…</p><p>Merci d’avance 😊<br>Élodie Marchanvert</p>`,
    }),
    note(8, 'omar', '2026-11-18T08:10:00Z', {
      html: '<p>Return was booked in on 3 Nov, the payout hung in the queue. Finance releases it tomorrow, then 3 to 5 working days.</p>',
    }),
  ],
  1046: [
    customer(11, priya, '2026-11-19T11:03:00Z', {
      cc: ['rohan.ramanath@quillmail.example'],
      html: `<p>Hello,</p><p>could you send order SM-20455 to my brother instead? He is in copy. The new address:</p><p>Rohan Ramanath<br>7 Chandler’s Row<br>Ashbourne Quay</p><p>It is his birthday present 😀, so please <i>do not</i> put the invoice into the parcel.</p><p>Many thanks<br>Priya</p>`,
    }),
    agent(12, 'omar', '2026-11-19T11:40:00Z', {
      to: [priya.email],
      cc: ['rohan.ramanath@quillmail.example'],
      html: '<p>Hi Priya,</p><p>gladly. Could Rohan confirm the house number? Our carrier knows a 7 and a 7a at Chandler’s Row.</p><p>Kind regards,<br>Omar Haddad</p>',
    }),
    customer(13, priya, '2026-11-19T12:15:00Z', {
      html: `<p>It is <b>7a</b>, sorry! First floor.</p><blockquote class="quoted"><p>On 19 November 2026 at 11:40, Omar Haddad wrote:</p><p>gladly. Could Rohan confirm the house number?</p></blockquote>`,
    }),
  ],
  1047: [
    customer(14, hedda, '2026-11-12T13:30:00Z', {
      html: `<p>Dear Saltmarsh team,</p><p>the invoice for our guides’ jackets (SM-20102) does not show our VAT number. Our accountant cannot book it like this. The order lines are attached.</p><p>Kind regards,<br>Hedda Stromvik<br>Fjellkart Guides</p>`,
      attachments: [
        file('a3', 'order-lines.csv', 'text/csv', 'item,size,quantity\nDrift Jacket,S,4\nDrift Jacket,L,6\n'),
      ],
    }),
    agent(15, 'kaja', '2026-11-12T14:02:00Z', {
      to: [hedda.email],
      html: '<p>Hi Hedda,</p><p>we can correct that. Which VAT number shall we print on it?</p><p>Kind regards,<br>Kaja Brandvold</p>',
    }),
  ],
};
