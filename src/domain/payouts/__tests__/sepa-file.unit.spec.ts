import XMLBuilder from "fast-xml-builder"

import { InvalidInput } from "../../errors"
import { normalizeStatementSettings } from "../../statements/statement-settings"
import { PAYOUT_FILES } from "../files"
import { fileContent, type PayoutToSend } from "../files/payout-file"
import { sepaMessage, type SepaOrder } from "../files/sepa"
import { payerAddress, requirePayer, type Payer } from "../files/sepa-payer"
import { sepaText } from "../files/sepa-text"

const ANNA = { account_holder: "Anna Berg", iban: "DE89370400440532013000" }
const payout = (overrides: Partial<PayoutToSend> = {}): PayoutToSend => ({
  number: 7,
  amount: "62.40",
  currency_code: "eur",
  details: ANNA,
  ...overrides,
})
const PAYER: Payer = {
  name: "Demo Shop GmbH",
  iban: "DE02120300000000202051",
  bic: "BYLADEM1001",
  address: "Lindenstraße 1\n10969 Berlin",
  town: "Berlin",
  country_code: "DE",
}
const ORDER: SepaOrder = { payer: PAYER, created_at: new Date("2026-11-29T16:02:03.456Z"), execution_date: "2026-11-29" }

const xml = (payouts: PayoutToSend[], order: Partial<SepaOrder> = {}): string =>
  new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#", format: true }).build(
    sepaMessage(payouts, { ...ORDER, ...order })
  )

describe("the message", () => {
  it("is a pain.001.001.09, element by element", () => {
    const second = payout({ number: 8, amount: "0.10", details: { ...ANNA, account_holder: "Ýrsa & Søn", bic: "COBADEFFXXX" } })
    expect(xml([payout(), second])).toBe(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>AFF-7785e1777e33b7b934ef2b6cdbd9</MsgId>
      <CreDtTm>2026-11-29T16:02:03Z</CreDtTm>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>62.50</CtrlSum>
      <InitgPty>
        <Nm>Demo Shop GmbH</Nm>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>AFF-7785e1777e33b7b934ef2b6cdbd9</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>62.50</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>SEPA</Cd>
        </SvcLvl>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-11-29</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>Demo Shop GmbH</Nm>
        <PstlAdr>
          <PstCd>10969</PstCd>
          <TwnNm>Berlin</TwnNm>
          <Ctry>DE</Ctry>
          <AdrLine>Lindenstrasse 1</AdrLine>
        </PstlAdr>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <IBAN>DE02120300000000202051</IBAN>
        </Id>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <BICFI>BYLADEM1001</BICFI>
        </FinInstnId>
      </DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>AFF-7</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">62.40</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Anna Berg</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>DE89370400440532013000</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>AFF-7</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>AFF-8</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">0.10</InstdAmt>
        </Amt>
        <CdtrAgt>
          <FinInstnId>
            <BICFI>COBADEFFXXX</BICFI>
          </FinInstnId>
        </CdtrAgt>
        <Cdtr>
          <Nm>Yrsa + Son</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>DE89370400440532013000</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>AFF-8</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`)
  })

  it("adds up exactly what floats would not", () => {
    const many = Array.from({ length: 10_000 }, (_, n) => payout({ number: n, amount: "987654.01" }))
    expect(xml(many).match(/<CtrlSum>.*?<\/CtrlSum>/g)).toEqual(Array(2).fill("<CtrlSum>9876540100.00</CtrlSum>"))
  })

  it("has one name for the same payments, and another for others", () => {
    const named = (payouts: PayoutToSend[]) => /<MsgId>(.*?)</.exec(xml(payouts, { created_at: new Date() }))?.[1]
    const [a, b] = [payout(), payout({ number: 8 })]
    expect(named([a, b])).toBe(named([b, a]))
    expect(new Set([[a], [b], [a, b], [payout({ amount: "62.41" })]].map(named)).size).toBe(4)
    expect(named([a, b])).toMatch(/^AFF-[0-9a-f]{28}$/)
  })

  it("says that it knows no BIC, and leaves an incomplete address out", () => {
    const plain = xml([payout()], { payer: { ...PAYER, bic: null, town: null } })
    expect(plain).toMatch(/<DbtrAgt>\s*<FinInstnId>\s*<Othr>\s*<Id>NOTPROVIDED<\/Id>/)
    expect(plain).not.toContain("PstlAdr")
  })
})

describe("which payouts it can hold", () => {
  it.each([
    ["no details", { details: null }, "no_payout_details"],
    ["no name", { details: { iban: ANNA.iban } }, "no_payout_details"],
    ["dollars", { currency_code: "usd" }, "currency_not_supported"],
    ["an account without an IBAN", { details: { account_holder: "Bo", account_number: "1", bank_code: "2" } }, "no_iban"],
    ["an account in Turkey", { details: { ...ANNA, iban: "TR330006100519786457841326" } }, "outside_sepa"],
    ["a Cyrillic name", { details: { ...ANNA, account_holder: "Анна Berg" } }, "name_not_latin"],
    ["the largest amount", { amount: "999999999.99" }, undefined],
    ["a larger amount", { amount: "1000000000.00" }, "amount_not_supported"],
    ["an account in Serbia", { details: { ...ANNA, iban: "RS35260005601001611379" } }, undefined],
  ] as const)("%s", (_, overrides, code) => {
    const { held, left_out } = fileContent(PAYOUT_FILES.sepa, [payout(overrides)])
    expect([held.length, left_out[0]?.code]).toEqual([code ? 0 : 1, code])
  })
})

describe("the characters that every bank takes", () => {
  it.each([
    ["Søren Müller & Çelik", "Soren Muller + Celik"],
    ["Łukasz Đặng-Ðorðe Þór", "Lukasz Dang-Dorde Thor"],
    ["Straße / ŒUVRE", "Strasse / OEUVRE"],
    ["//a//b/", "a/b"],
    ["O’Neill “Jr” – x_y*z;", "O'Neill 'Jr' - x-y z"],
    ["ﬁne № 1", "fine No 1"],
    ["Анна", null],
    ["Anna 王", null],
    ["Αθήνα", null],
    ["١٢", null],
    ["**", null],
  ])("%s becomes %s", (text, expected) => expect(sepaText(text)).toBe(expected))
})

describe("the payer", () => {
  const settings = normalizeStatementSettings({
    issuer_iban: "iban de02 1203 0000 0000 2020 51",
    issuer_bic: "byladem1001",
    issuer_country_code: "de",
  })

  it("is the issuer, else the store", () => {
    expect(requirePayer(settings, "My store")).toMatchObject({ name: "My store", iban: PAYER.iban, bic: "BYLADEM1001", country_code: "DE" })
    expect(requirePayer({ ...settings, issuer_name: "Shop" }, "My store").name).toBe("Shop")
  })

  it.each([
    ["an account", { issuer_iban: null }, "needs the account to pay from: set issuer_iban in the program's statement_settings"],
    [
      "a Latin name",
      { issuer_name: "Магазин" },
      "needs the payer's name in Latin letters: set issuer_name in the program's statement_settings",
    ],
  ])("needs %s", (_, lacking, expectation) => {
    expect(() => requirePayer({ ...settings, ...lacking }, "My store")).toThrow(new InvalidInput("format", expectation))
  })

  it.each([
    ["issuer_iban", "DE00 1234", "must be an IBAN such as DE89 3704 0044 0532 0130 00"],
    ["issuer_bic", "X", "must be a BIC such as COBADEFFXXX"],
    ["issuer_country_code", "xx", "must be a country such as DE"],
    ["issuer_country_code", "deu", "must be text of at most 2 characters"],
    ["issuer_town", "x".repeat(36), "must be text of at most 35 characters"],
  ])("refuses %s %s", (name, value, expectation) => {
    expect(() => normalizeStatementSettings({ [name]: value })).toThrow(new InvalidInput(`statement_settings.${name}`, expectation))
  })

  it.each([
    ["Lindenstraße 1\n10969 Berlin", { PstCd: "10969", AdrLine: ["Lindenstrasse 1"] }],
    ["Berlin", { PstCd: undefined, AdrLine: [] }],
    [null, { PstCd: undefined, AdrLine: [] }],
    ["c/o Hub\nHof 2\nKreuzberg, Berlin", { PstCd: undefined, AdrLine: ["c/o Hub", "Hof 2"] }],
    ["Berlin Mitte", { PstCd: undefined, AdrLine: ["Mitte"] }],
    ["x".repeat(80), { PstCd: undefined, AdrLine: ["x".repeat(70)] }],
  ])("has a hybrid address from %j", (address, expected) => {
    expect(payerAddress({ ...PAYER, address })).toEqual({ TwnNm: "Berlin", Ctry: "DE", ...expected })
  })
})
