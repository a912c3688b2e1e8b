import { useState } from "react"

import { OWN_CLICK_GROUPS, type OwnClickGroup } from "../../../domain/clicks/click-group"
import { dayAt } from "../../../domain/periods/day"
import { instantsOf, movingRange, type DayRange, type RangeName } from "../../../domain/statistics/range"
import type { StoreAffiliate, StoreAffiliateClickGroup } from "../../../types"
import { Card } from "../../components/card"
import { Row } from "../../components/row"
import { Rows } from "../../components/rows"
import { Segments } from "../../components/segments"
import { useTexts } from "../../i18n/use-texts"
import { useList } from "../../lib/use-list"
import { RangeChoice } from "./range-choice"

/** Clicks of a range, counted by day, page or tag. Loaded when it is opened: it brings the calendar of the program's time zone along. */
export default function ClicksPage({ affiliate: { id, program } }: { affiliate: StoreAffiliate }) {
  const { t } = useTexts()
  const { timezone } = program
  const [by, setBy] = useState<OwnClickGroup>("day")
  const [name, setName] = useState<RangeName>("30_days")
  const [now] = useState(() => new Date())
  const [own, setOwn] = useState<DayRange>(() => movingRange("30_days", now, timezone))
  const days = name === "own" ? own : movingRange(name, now, timezone)
  const { starts_at, ends_at } = instantsOf(days, timezone)
  const path = `/store/affiliates/me/${id}/clicks?by=${by}&occurred_at[gte]=${starts_at}&occurred_at[lt]=${ends_at}`
  const list = useList<StoreAffiliateClickGroup>(path, "clicks")

  const chooseRange = (chosen: RangeName) => {
    setOwn(days)
    setName(chosen)
  }
  return (
    <Card title={t.nav.clicks} intro={t.clicks.intro}>
      <RangeChoice name={name} days={days} today={dayAt(now, timezone)} onName={chooseRange} onDays={setOwn} />
      <Segments
        label={t.clicks.group}
        options={OWN_CLICK_GROUPS.map((value) => ({ value, name: t.clicks.by[value] }))}
        value={by}
        onChange={setBy}
      />
      <Rows list={list} empty={t.clicks.empty} label={t.clicks.by[by]}>
        {(rows) => rows.map((row) => <ClickRow key={row.value ?? ""} by={by} row={row} />)}
      </Rows>
    </Card>
  )
}

function ClickRow({ by, row: { value, clicks, referrals, orders } }: { by: OwnClickGroup; row: StoreAffiliateClickGroup }) {
  const { t, date } = useTexts()
  const title = value === null ? t.clicks.noSub : by === "day" ? date(value) : value.replace(/^https?:\/\//, "")
  const came = [referrals > 0 && t.clicks.referrals(referrals), orders > 0 && t.referrals.orders(orders)].filter(Boolean)
  return <Row title={title} details={[came.join(", ")]} side={<strong className="money">{t.clicks.clicks(clicks)}</strong>} />
}
