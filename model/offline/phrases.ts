import type { Language } from '../../core/library';

/** What can be asked back when the ticket does not say it. */
export type Ask = 'order' | 'invoice' | 'screenshot' | 'details';

interface Phrases {
  greeting: (name: string | null) => string;
  closing: string;
  thanks: string;
  /** Before an article, which was not written as a letter. */
  articleIntro: string;
  /** Opens a reply for which nothing fitting is known. */
  holding: string;
  /** For a plain question that nothing here answers and that lacks nothing. */
  looking: string;
  ask: Record<Ask, string>;
}

/** The few sentences that the built-in engine says itself. Everything else comes from the person's knowledge. */
export const PHRASES: Record<Language, Phrases> = {
  en: {
    greeting: (name) => (name ? `Hi ${name},` : 'Hello,'),
    closing: 'If anything is unclear, just reply to this message.',
    thanks: 'Thank you for your message.',
    articleIntro: 'Thank you for your message. This is how it works:',
    holding:
      'Thank you for your message. So that I can look into it properly, I need a little more from you.',
    looking: 'Thank you for your question. I am looking into it and will come back to you.',
    ask: {
      order: 'Could you send me the order number?',
      invoice: 'Could you send me the invoice number?',
      screenshot: 'Could you send a screenshot that shows what happens?',
      details: 'Could you describe what you expected, and what happened instead?',
    },
  },
  fr: {
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    closing: 'Si quelque chose n’est pas clair, répondez simplement à ce message.',
    thanks: 'Merci pour votre message.',
    articleIntro: 'Merci pour votre message. Voici comment cela fonctionne :',
    holding:
      'Merci pour votre message. Afin de l’examiner correctement, il me manque encore quelques précisions.',
    looking: 'Merci pour votre question. Je me renseigne et je reviens vers vous.',
    ask: {
      order: 'Pourriez-vous m’envoyer le numéro de commande ?',
      invoice: 'Pourriez-vous m’envoyer le numéro de facture ?',
      screenshot: 'Pourriez-vous joindre une capture d’écran qui montre le problème ?',
      details: 'Pourriez-vous décrire ce que vous attendiez, et ce qui s’est passé ?',
    },
  },
  de: {
    greeting: (name) => (name ? `Hallo ${name},` : 'Guten Tag,'),
    closing: 'Wenn etwas unklar ist, antworten Sie einfach auf diese Nachricht.',
    thanks: 'Vielen Dank für Ihre Nachricht.',
    articleIntro: 'Vielen Dank für Ihre Nachricht. So funktioniert es:',
    holding: 'Vielen Dank für Ihre Nachricht. Damit ich sie richtig prüfen kann, fehlt mir noch etwas.',
    looking: 'Vielen Dank für Ihre Frage. Ich kläre das und melde mich bei Ihnen.',
    ask: {
      order: 'Könnten Sie mir die Bestellnummer schicken?',
      invoice: 'Könnten Sie mir die Rechnungsnummer schicken?',
      screenshot: 'Könnten Sie ein Bildschirmfoto schicken, das zeigt, was geschieht?',
      details: 'Könnten Sie beschreiben, was Sie erwartet haben und was stattdessen geschehen ist?',
    },
  },
  es: {
    greeting: (name) => (name ? `Hola ${name}:` : 'Hola:'),
    closing: 'Si algo no queda claro, responda simplemente a este mensaje.',
    thanks: 'Gracias por su mensaje.',
    articleIntro: 'Gracias por su mensaje. Funciona así:',
    holding: 'Gracias por su mensaje. Para poder revisarlo bien, me falta algún dato.',
    looking: 'Gracias por su pregunta. Lo consulto y le respondo.',
    ask: {
      order: '¿Podría enviarme el número de pedido?',
      invoice: '¿Podría enviarme el número de factura?',
      screenshot: '¿Podría enviar una captura de pantalla que muestre lo que ocurre?',
      details: '¿Podría describir qué esperaba y qué ocurrió en su lugar?',
    },
  },
};

/** For remarks to the person, who reads the panel in English. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
};
