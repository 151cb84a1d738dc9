import { type Kysely, sql } from 'kysely';

/** The first text: what a worker takes upon themselves (REQ-116 to REQ-120). Later ones are published by the registry manager. */
const FIRST_TERMS = {
  et: `1. STARi kasutan ainult oma tööülesannete täitmiseks ja ainult nende inimeste andmete vaatamiseks, kelle menetlust ma läbi viin.
2. STARi kasutan ainult asutuse määratud ruumides ja asutuse töökohaarvutis.
3. STARi ei kasuta ma turvamata WiFi-alas.
4. Oma kasutajanime ja parooli ei jäta ma teistele kättesaadavaks ega anna kellelegi edasi.
5. Teise kasutaja kontoga ma süsteemi ei sisene.
6. Töökohalt lahkudes login välja või lukustan ekraani.
7. Tean, et iga päring ja vaatamine logitakse ning et logi kontrollitakse.`,
  en: `1. I use STAR for my duties alone, and look only at people whose proceedings I carry out.
2. I use STAR only in the rooms that my institution has designated, and on its workplace computer.
3. I do not use STAR in an unsecured Wi-Fi area.
4. I leave my user name and password where nobody else can reach them, and pass them to nobody.
5. I do not enter the system with another user's account.
6. When I leave my desk, I log out or lock the screen.
7. I know that every question and every look is logged, and that the log is examined.`,
  ru: `1. Я использую STAR только для своих служебных обязанностей и смотрю данные только тех людей, чьё производство я веду.
2. Я использую STAR только в помещениях, определённых учреждением, и на его рабочем компьютере.
3. Я не использую STAR в зоне незащищённого Wi-Fi.
4. Я не оставляю своё имя пользователя и пароль доступными другим и никому их не передаю.
5. Я не вхожу в систему под учётной записью другого пользователя.
6. Покидая рабочее место, я выхожу из системы или блокирую экран.
7. Я знаю, что каждый запрос и просмотр записывается в журнал и что журнал проверяют.`,
};

/** An employee's record in each institution, whose password it is, the terms of use and who accepted them, access reviews. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Who leaves one institution goes on working in another: it is the record that ends, never the person's account.
  await sql`
    alter table membership
      add column active boolean not null default true,
      add column client_work text,
      add column last_sign_in_at timestamptz,
      add column version integer not null default 1`.execute(db);
  await sql`update membership set active = app_user.active from app_user where app_user.id = membership.user_id`.execute(db);
  // Null: somebody else has chosen the password.
  await sql`alter table app_user drop column active, add column password_own_since timestamptz`.execute(db);
  await sql`create index membership_by_institution on membership (institution_id, user_id)`.execute(db);
  await sql`delete from session`.execute(db);
  await sql`
    alter table session
      add column address text not null,
      add column device text,
      add column locked boolean not null default false`.execute(db);
  await sql`
    create table terms_of_use (
      version integer primary key,
      text jsonb not null,
      published_at timestamptz not null,
      published_by uuid references app_user
    )`.execute(db);
  await sql`insert into terms_of_use (version, text, published_at) values (1, ${JSON.stringify(FIRST_TERMS)}, now())`.execute(db);
  await sql`
    create table terms_acceptance (
      user_id uuid not null references app_user,
      version integer not null references terms_of_use,
      accepted_at timestamptz not null,
      primary key (user_id, version)
    )`.execute(db);
  await sql`
    create table access_review (
      id uuid primary key,
      institution_id uuid not null references institution,
      confirmed_by uuid not null references app_user,
      confirmed_at timestamptz not null,
      records integer not null
    )`.execute(db);
  await sql`create index access_review_by_institution on access_review (institution_id, confirmed_at)`.execute(db);
}
