/** Who works here and who writes to them. Every person, company and address is made up. */

export const agents = [
  { id: 'maya', name: 'Maya Lindqvist', email: 'maya@saltmarsh.example', team: 'Customer care' },
  { id: 'omar', name: 'Omar Haddad', email: 'omar@saltmarsh.example', team: 'Customer care' },
  { id: 'kaja', name: 'Kaja Brandvold', email: 'kaja@saltmarsh.example', team: 'Returns' },
];

const contact = (id, name, email, rest) => ({
  id,
  fields: {
    Name: name,
    Email: email,
    Phone: '',
    Company: '',
    'Job title': '',
    City: '',
    Plan: 'Standard',
    ...rest,
  },
});

export const contacts = [
  contact(31, 'Tamsin Orrey', 'tamsin.orrey@quillmail.example', {
    Phone: '+44 20 5550 0142',
    City: 'Penmouth',
    Plan: 'Plus',
  }),
  contact(32, 'Jonas Veltkamp', 'jonas@veltkamp-studio.example', {
    Company: 'Veltkamp Studio',
    'Job title': 'Owner',
    City: 'Oostrand',
  }),
  contact(33, 'Élodie Marchanvert', 'elodie.marchanvert@poste-bleue.example', {
    Phone: '+33 1 55 50 01 87',
    City: 'Valroche',
  }),
  contact(34, 'Dario Fenwick', 'dario.fenwick@brightpost.example', { City: 'Low Harrow' }),
  contact(35, 'Priya Ramanath', 'priya.ramanath@quillmail.example', {
    Phone: '+44 20 5550 0177',
    City: 'Ashbourne Quay',
    Plan: 'Plus',
  }),
  contact(36, 'Hedda Stromvik', 'hedda@fjellkart.example', {
    Company: 'Fjellkart Guides',
    'Job title': 'Office manager',
    Phone: '+47 55 50 01 23',
    City: 'Nordvika',
    Plan: 'Business',
  }),
];
