// Names of people, towns and streets in each language: node names.mjs OUT.json (needs @faker-js/faker, MIT)
import { writeFileSync } from 'node:fs';
import * as faker from '@faker-js/faker';

function texts(value, found) {
  if (typeof value === 'string') { if (!/[{}]/.test(value)) found.add(value); }
  else if (value && typeof value === 'object') Object.values(value).forEach(v => texts(v, found));
  return found;
}

const names = {};
for (const language of ['ru', 'uk', 'mk', 'el', 'en']) {
  const { person, location } = faker[language];
  const found = texts([person.first_name, person.last_name, person.middle_name, location?.city_name, location?.street], new Set());
  names[language] = [...found];
}
names.latin = ['de', 'fr', 'pl', 'cs_CZ', 'es', 'tr', 'hu', 'sv', 'pt_BR', 'ro', 'hr', 'nb_NO'].flatMap(language =>
  [...texts([faker[language].person?.first_name, faker[language].person?.last_name, faker[language].location?.city_name], new Set())])
  .filter(name => /[^\x00-\x7f]/.test(name));
writeFileSync(process.argv[2], JSON.stringify(names));
