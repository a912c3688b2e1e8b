import { useState } from "react"

import type { AffiliateStatement } from "../../types"
import { Card } from "../components/card"
import { Row } from "../components/row"
import { Rows } from "../components/rows"
import { useTexts } from "../i18n/use-texts"
import { ApiError, request } from "../lib/api"
import { signOf } from "../lib/decimals"
import { nameOf, saveFile } from "../lib/download"
import { errorText } from "../lib/error-text"
import { useList } from "../lib/use-list"

/** A statement for each month and currency, as PDF and CSV. The PDF needs the agreement, the figures do not. */
export function StatementsPage({ affiliateId }: { affiliateId: string }) {
  const { t, language } = useTexts()
  const path = `/store/affiliates/me/${affiliateId}/statements`
  const list = useList<AffiliateStatement>(`${path}?order=-period`, "statements")
  const [refused, setRefused] = useState<unknown>(null)
  const needsAgreement = refused instanceof ApiError && refused.code === "agreement_required"
  return (
    <Card title={t.nav.statements} intro={t.statements.intro}>
      <div role="alert">
        {refused !== null && (
          <p className="error">
            {errorText(refused, t, language)} {needsAgreement && <a href="#/account">{t.standing.toAgreement}</a>}
          </p>
        )}
      </div>
      <Rows list={list} empty={t.statements.empty} label={t.nav.statements}>
        {(rows) =>
          rows.map((statement) => (
            <StatementRow key={`${statement.period} ${statement.currency_code}`} statement={statement} path={path} onRefused={setRefused} />
          ))
        }
      </Rows>
    </Card>
  )
}

interface StatementRowProps {
  statement: AffiliateStatement
  path: string
  onRefused: (error: unknown) => void
}

function StatementRow({ statement, path, onRefused }: StatementRowProps) {
  const { t, money, month } = useTexts()
  const { period, currency_code, status, number } = statement
  const parts = (["commissions", "adjustments", "payouts"] as const)
    .filter((part) => signOf(statement[part]) !== 0)
    .map((part) => `${t.statements[part]} ${money(statement[part], currency_code)}`)
  const budget = signOf(statement.budget) !== 0 && t.statements.budget(money(statement.budget, currency_code))

  async function take(ending: "pdf" | "csv") {
    onRefused(null)
    try {
      const response = await request(`${path}/${period}.${ending}?currency_code=${currency_code}`)
      saveFile(await response.blob(), nameOf(response, `${period}.${ending}`))
    } catch (error) {
      onRefused(error)
    }
  }

  const currency = currency_code.toUpperCase()
  return (
    <Row
      title={`${month(period)}${status === "open" ? `, ${t.statements.open}` : ""}`}
      details={[number && t.statements.number(number), parts.join(", "), budget]}
      side={
        <>
          <span className="stack-0">
            <strong className="money">{money(statement.closing_balance, currency_code)}</strong>
            <span className="soft">{t.statements.closing}</span>
          </span>
          <span className="actions">
            {status === "closed" && (
              <button
                className="link"
                type="button"
                aria-label={t.statements.pdfOf(month(period), currency)}
                onClick={() => void take("pdf")}
              >
                {t.statements.pdf}
              </button>
            )}
            <button
              className="link"
              type="button"
              aria-label={t.statements.csvOf(month(period), currency)}
              onClick={() => void take("csv")}
            >
              {t.statements.csv}
            </button>
          </span>
        </>
      }
    />
  )
}
