import { useState, type ReactNode } from "react"

import { Loading } from "../components/loaded"
import { useTexts } from "../i18n/use-texts"
import type { Login } from "../lib/auth"
import { useData } from "../lib/use-data"
import { CodeForm } from "./sign-in/code-form"
import { LogInForm } from "./sign-in/log-in-form"
import { ProviderButtons, type Provider } from "./sign-in/provider-buttons"
import { RegisterForm } from "./sign-in/register-form"
import { ResetRequestForm } from "./sign-in/reset-request-form"

type View = "log-in" | "register" | "forgotten"

interface SignInProps {
  startsWith?: View
  intro?: ReactNode
}

/** Log in, register, or ask for a new password, by whichever ways the store has for its customers. */
export function SignIn({ startsWith = "log-in", intro }: SignInProps) {
  const { t } = useTexts()
  const [view, setView] = useState<View>(startsWith)
  const [login, setLogin] = useState<Login | null>(null)
  const { data, error } = useData<{ providers: Provider[] }>("/auth/customer/providers")
  if (data === null && error === null) return <Loading />
  // A store whose list cannot be read most likely has passwords.
  const providers = data?.providers ?? []
  const hasPasswords = !data || providers.some(({ id }) => id === "emailpass")
  const others = providers.filter(({ flow }) => flow === "redirect")
  const challenge = typeof login === "object" ? login : null

  return (
    <section className="card sign-in stack">
      {intro}
      {challenge && <CodeForm login={challenge} />}
      {!challenge && hasPasswords && <PasswordForm view={view} onView={setView} onLogin={setLogin} />}
      <p className="good" role="status">
        {login === "verify" ? t.signIn.verify : ""}
      </p>
      {!challenge && view !== "forgotten" && others.length > 0 && <ProviderButtons providers={others} hasPasswords={hasPasswords} />}
      {!challenge && hasPasswords && view !== "forgotten" && (
        <p className="switch">
          {view === "log-in" ? t.signIn.newHere : t.signIn.haveAccount}{" "}
          <button className="link" type="button" onClick={() => setView(view === "log-in" ? "register" : "log-in")}>
            {view === "log-in" ? t.signIn.register : t.signIn.logIn}
          </button>
        </p>
      )}
    </section>
  )
}

function PasswordForm({ view, onView, onLogin }: { view: View; onView: (view: View) => void; onLogin: (login: Login) => void }) {
  if (view === "forgotten") return <ResetRequestForm onBack={() => onView("log-in")} />
  const FormOfView = view === "log-in" ? LogInForm : RegisterForm
  return <FormOfView onLogin={onLogin} onForgotten={() => onView("forgotten")} />
}
