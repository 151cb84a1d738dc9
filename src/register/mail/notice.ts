import type { Text } from '../../platform/index.ts';

/** What the register writes about by itself (automaatteade). */
export type Notice =
  | { readonly about: 'PASSWORD_GROWS_OLD'; readonly daysLeft: number }
  | { readonly about: 'ACCESS_REVIEW_OVERDUE' }
  | { readonly about: 'ACCESS_REQUEST_SUBMITTED' | 'ACCESS_REQUEST_APPROVED' | 'ACCESS_REQUEST_REJECTED' };

interface Words {
  readonly subject: string;
  readonly text: Text;
}

const signIn = {
  et: 'Logige STARi sisse nii, nagu tavaliselt. Selles kirjas ei ole linki, ja parooli ei küsi STAR kunagi kirja teel.',
  en: 'Sign in to STAR as you always do. There is no link in this letter, and STAR never asks for a password by letter.',
  ru: 'Войдите в STAR как обычно. В этом письме нет ссылки, и STAR никогда не спрашивает пароль в письме.',
};
const askSupport = {
  et: 'Küsimuste korral pöörduge STARi teenusetoe poole.',
  en: 'Please ask the STAR support.',
  ru: 'Обращайтесь в службу поддержки STAR.',
};

function wordsOf(notice: Notice): Words {
  switch (notice.about) {
    case 'PASSWORD_GROWS_OLD':
      return {
        subject: 'STAR: parool vajab vahetamist',
        text: {
          et: `Teie parool kehtib veel ${notice.daysLeft} päeva. ${signIn.et}`,
          en: `Days for which your password is still good: ${notice.daysLeft}. ${signIn.en}`,
          ru: `Дней, которые ваш пароль ещё действует: ${notice.daysLeft}. ${signIn.ru}`,
        },
      };
    case 'ACCESS_REVIEW_OVERDUE':
      return {
        subject: 'STAR: kasutajaõigused vajavad ülevaatamist',
        text: {
          et: `Teie asutuse kasutajad ja nende õigused tuleb kord aastas üle vaadata, ja see tähtaeg on käes. ${signIn.et}`,
          en: `The users of your institution and their rights are to be reviewed once a year, and that is due now. ${signIn.en}`,
          ru: `Пользователей вашего учреждения и их права нужно проверять раз в год, и этот срок наступил. ${signIn.ru}`,
        },
      };
    case 'ACCESS_REQUEST_SUBMITTED':
      return {
        subject: 'STAR: uus juurdepääsutaotlus',
        text: {
          et: `Saabus juurdepääsutaotlus, mis ootab otsust. ${signIn.et}`,
          en: `A request for access has come and waits for a decision. ${signIn.en}`,
          ru: `Поступило ходатайство о доступе, оно ждёт решения. ${signIn.ru}`,
        },
      };
    case 'ACCESS_REQUEST_APPROVED':
      return {
        subject: 'STAR: juurdepääsutaotlus rahuldati',
        text: {
          et: `Juurdepääsutaotlus, mis on esitatud Teile või Teie poolt, rahuldati. Teenusetugi teeb taotletu ära. ${askSupport.et}`,
          en: `The request for access that was made for you or by you has been approved. The support will do what was asked for. ${askSupport.en}`,
          ru: `Ходатайство о доступе, поданное для вас или вами, удовлетворено. Служба поддержки сделает то, о чём просили. ${askSupport.ru}`,
        },
      };
    case 'ACCESS_REQUEST_REJECTED':
      return {
        subject: 'STAR: juurdepääsutaotlust ei rahuldatud',
        text: {
          et: `Juurdepääsutaotlust, mis on esitatud Teile või Teie poolt, ei rahuldatud. Põhjuse ütleb teenusetugi. ${askSupport.et}`,
          en: `The request for access that was made for you or by you has been rejected. The support tells why. ${askSupport.en}`,
          ru: `Ходатайство о доступе, поданное для вас или вами, отклонено. Причину скажет служба поддержки. ${askSupport.ru}`,
        },
      };
  }
}

/** A letter with the notice, in three languages, since nobody has said in which they read. It names nobody: it goes as it is. */
export function letterOf(notice: Notice, to: string) {
  const { subject, text } = wordsOf(notice);
  return { to, subject, text: [text.et, text.en, text.ru].join('\n\n'), attachments: [] };
}
