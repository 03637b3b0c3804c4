import type { Language } from '../core/library';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Frequent little words: they tell the language, and they say nothing about the subject. */
export const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  en: words(
    'a about after all also am an and any are as at be been but by can could did do does for from get had has have he hello her hi his how i if in is it its just me my no not of on or our out please she should so some than thank thanks that the their them then there these they this to too up was we were what when where which who why will with would you your like see now still only into because more other very here much soon really',
  ),
  fr: words(
    'ai au aux avec avez bonjour ce ces cela cet cette comme dans de depuis des du elle en est et etait ete il ils je la le les leur lui ma mais me merci mes moi mon ne nos notre nous on ont ou par pas plus pour pouvez pourriez que qui sa sans se ses si son sont suis sur svp tout tres un une vos votre vous voudrais bien toujours chez quand dire ca fait faire aussi encore',
  ),
  de: words(
    'aber als am an auch auf aus bei bin bis bitte da danke das dass dem den der des die dies diese doch ein eine einem einen einer er es fur guten habe haben hallo hat hatte ich ihr ihre im in ist ja kann konnen man mein meine mich mir mit nach nicht noch nur oder schon sehr sein seit sie sind tag und uns von war was wenn wie wir wird wurde zu zum zur',
  ),
  es: words(
    'a al buenos como con cuando de del desde dias donde el ella en era es esta este esto estoy favor fue gracias ha han hay he hola la las le les lo los mas me mi mis muy no nos o para pero por porque puede pueden que se ser si sin sobre su sus tengo un una y ya yo',
  ),
};
