export * from "./workflows/accept-invitation"
export * from "./workflows/invite-affiliates"
export * from "./workflows/resend-invitation"
