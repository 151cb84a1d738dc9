/** What stands in every export, for whoever receives it and has no STAR. */
export const READ_ME = `Tõendusmaterjal menetlusest / Evidence of a proceeding (STAR)

proceeding.json       menetlus, isikud, pöördumised          the proceeding, its persons and intakes
course.jsonl          menetluskäik: sammud ja toimingud;     its course: steps and actions; correctionOf
                      correctionOf näitab parandatud kannet  names the entry that an action puts right
links.jsonl           viited                                 links
documents.jsonl       dokumendid; failid kaustas documents   documents; their files are in documents
queries.jsonl         päringud, õiguslik alus, X-tee tõendid queries, legal basis, evidence of X-Road
audit.jsonl           logi read ja nende koht räsiahelas     lines of the log with their place in the chain
people.json           kes on kelle tunnuse taga              who is meant by the ids
printout.pdf          väljatrükk                             print-out
export.json           kes, millal ja milleks eksportis       who exported it, when and for what
manifest.sha256       iga faili SHA-256                      SHA-256 of each file
manifest.sha256.p7s   manifesti allkiri (CMS, DER)           signature of the manifest
certificate.pem       allkirjastaja sertifikaat              the certificate of who signed

Kontrollimine / To verify:

  sha256sum -c manifest.sha256
  openssl cms -verify -binary -inform DER -in manifest.sha256.p7s -content manifest.sha256 \\
    -CAfile CA.pem -purpose any -out /dev/null

CA.pem on sertifikaadi väljaandja sertifikaat.
CA.pem is the certificate of whoever has issued certificate.pem: take it from them, not from this archive.

Logi rida / A line of the log: hash = SHA-256(before || content); before is the hash of the line before it, in
hexadecimal digits; content is text (UTF-8). The first line's before is 32 bytes of nought. The end of the chain is noted
every ten minutes outside the database.
`;
