const KEY = "shop.session"

export const storedToken = () => localStorage.getItem(KEY)
export const keepToken = (token) => localStorage.setItem(KEY, token)
export const forgetToken = () => localStorage.removeItem(KEY)
