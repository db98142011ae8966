/**
 * The one schema of both stores. Ids are UUIDv7 texts, instants UTC milliseconds, flags 0 or 1,
 * structured values JSON texts (parsed by the feature that owns the table).
 */
export type Schema = {
  /** One row; `version` grows with every change of the configuration, so that caches know when they are old. */
  config_version: { id: number; version: number }
  company: { id: number; content: string; version: number }
  issue_types: {
    id: string
    key: string
    name: string
    position: number
    number_pattern: string
    /** How much at the beginning of a number tells when its issue was opened. */
    number_zone: number
    steps: string
    views: string
    /** Deadline rules of the type, JSON. */
    deadlines: string
    version: number
    created_at: number
    changed_at: number
  }
  status_pages: {
    issue_type_id: string
    identifier: string
    enabled: number
    settings: string
    /** Grows when sessions of this page must end: another identifier or verification field. */
    epoch: number
  }
  page_assets: {
    id: string
    issue_type_id: string
    name: string
    media_type: string
    content: Uint8Array
    created_at: number
  }
  /** One row at most. */
  company_logo: {
    id: number
    /** What its address is made of. */
    asset: string
    name: string
    media_type: string
    content: Uint8Array
    created_at: number
  }
  /** By the hash of the token in its address. */
  page_previews: { hash: string; expires_at: number; policy: string; html: string; css: string }
  saved_views: {
    id: string
    /** `null` once the user is deleted. */
    owner_id: string | null
    name: string
    shared: number
    position: number
    /** A JSON object of texts. */
    conditions: string
    created_at: number
  }
  fields: {
    id: string
    key: string
    type: string
    label: string
    filterable: number
    options: string
    formula: string | null
    result: string | null
    position: number
    version: number
    created_at: number
    changed_at: number
  }
  users: {
    id: string
    email: string
    /** The e-mail as it is compared: see `emailKey`. */
    email_key: string
    name: string
    role: string
    /** What customers may read in the place of the name; may be empty. */
    public_name: string
    locale: string | null
    active: number
    version: number
    created_at: number
    changed_at: number
  }
  number_counters: { issue_type_id: string; year: number; value: number }
  issues: {
    id: string
    number: string
    /** The number as it is compared: see `foldNumber`. */
    number_key: string
    issue_type_id: string
    step: string
    category: string
    locale: string
    contact_name: string
    contact_email: string
    contact_phone: string
    /** As they are compared: see `emailKey` and `phoneKey`; null where nothing may match. */
    email_key: string | null
    phone_key: string | null
    /** Grows with every change of e-mail or phone; sessions of older ones end. */
    contact_version: number
    handler_id: string | null
    field_values: string
    /** `YYYY-MM-DD`; `9999-99-99` where there is no deadline, so that those sort last. */
    due: string
    /** How the deadline came about and where its clock stands, JSON; null where no rule was looked at yet. */
    deadline: string | null
    /** Whether what the deadline asks for was done: it is not late any more. */
    deadline_met: number
    /** Since when the shop waits for an answer of the customer; null where it does not. */
    waiting_since: number | null
    /** Since when the customer waits for an answer to a message; null where the shop wrote last. */
    unanswered_since: number | null
    /** `[step, at]` pairs of every step entered, oldest first. */
    trail: string
    version: number
    /** The row of the full-text index that belongs to this issue. */
    search_id: number
    created_at: number
    changed_at: number
    /** The last change that a customer can see; notes and hidden steps do not count. */
    public_changed_at: number
    /** When it first came to a step that decides, and when to what is done, as steps were then; null where it did not. */
    decided_at: number | null
    closed_at: number | null
  }
  /** Values of filterable fields, one row per value, for lists; kept in the transaction that changes the issue. */
  field_values: { field_key: string; value_key: string; issue_id: string }
  messages: {
    id: string
    issue_id: string
    internal: number
    author: string
    body: string
    created_at: number
  }
  attachments: {
    id: string
    issue_id: string
    name: string
    media_type: string
    extension: string
    size: number
    public: number
    author: string
    storage_key: string
    created_at: number
  }
  /** `pair`: the ids of both, in their order. */
  issue_links: {
    pair: string
    from_id: string
    to_id: string
    kind: string
    created_at: number
  }
  events: {
    id: string
    issue_id: string
    kind: string
    actor: string
    data: string
    at: number
  }
  /** Events that rules have still to look at; deleted when they have. */
  pending_events: {
    event_id: string
    issue_id: string
    /** How many rules stand between this event and what a person or program did. */
    depth: number
    /** Ids of the rules that have fired on the way, a JSON list. */
    fired: string
    attempts: number
    next_at: number
  }
  message_templates: {
    id: string
    key: string
    channel: string
    name: string
    subject: string
    body: string
    position: number
    version: number
    created_at: number
    changed_at: number
  }
  business_rules: {
    id: string
    name: string
    enabled: number
    issue_type_key: string | null
    /** The whole trigger, JSON. */
    trigger_on: string
    condition: string | null
    actions: string
    stop: number
    /** Whether it fires for each issue once at most. */
    once: number
    position: number
    /** What time would have started before does not start any more. */
    armed_at: number
    version: number
    created_at: number
    changed_at: number
  }
  rule_runs: {
    id: string
    rule_id: string
    event_id: string
    issue_id: string
    outcome: string
    at: number
  }
  /** Keys in links that were sent; they put their holder into throttle counters of their own. */
  link_keys: {
    id: string
    issue_id: string
    hash: string
    /** An address, or who made the link by hand. */
    recipient: string
    created_at: number
    revoked_at: number | null
    used_at: number | null
  }
  audit: {
    id: string
    actor: string
    action: string
    target: string
    data: string
    at: number
  }
  tokens: {
    id: string
    name: string
    scope: string
    hash: string
    created_at: number
    revoked_at: number | null
    expires_at: number | null
    last_used_at: number | null
    /** Whose rights it has: what its maker may not do, it may not do either. */
    role: string
  }
  /** How a user signs in. */
  credentials: {
    user_id: string
    /** PHC text of argon2id. */
    password_hash: string | null
    /** Sealed; the one that is set up, and the one that waits for its first code. */
    totp_secret: string | null
    totp_pending: string | null
    /** The last time step whose code was used: none is taken twice. */
    totp_step: number
    seen_at: number | null
  }
  recovery_codes: { user_id: string; hash: string }
  staff_sessions: {
    id: string
    hash: string
    user_id: string
    device: string
    created_at: number
    seen_at: number
    /** When the password was last given. */
    confirmed_at: number
  }
  /** Links that let somebody set a password, once. */
  staff_links: {
    hash: string
    kind: 'first' | 'invitation' | 'reset'
    user_id: string | null
    created_at: number
    expires_at: number
  }
  security_settings: { id: number; authenticator_roles: string }
  /** Lines of the audit in the order in which they were chained, each with a keyed hash of all before it. */
  audit_chain: { position: number; audit_id: string; hash: string }
  customer_sessions: {
    hash: string
    issue_id: string
    issue_type_id: string
    contact_version: number
    page_epoch: number
    created_at: number
    seen_at: number
  }
  /** When a customer opened their issue's status page: no more of it is kept. Triggers write it. */
  customer_visits: { issue_id: string; first_at: number; last_at: number }
  throttle: {
    bucket: string
    failures: number
    opens_at: number
    previous_opens_at: number
    expires_at: number
  }
  idempotency_keys: {
    token_id: string
    key: string
    request_hash: string
    /** The issue that the answer tells of; erasing it erases the answer. */
    issue_id: string
    status: number
    headers: string
    body: string
    created_at: number
  }
  deliveries: {
    id: string
    /** Null where it is about no issue, but for somebody of the staff. */
    issue_id: string | null
    event_id: string | null
    rule_id: string | null
    template_key: string | null
    /** What makes a second row of the same cause impossible. */
    unique_key: string
    channel: 'email' | 'sms' | 'webhook'
    recipient: string
    locale: string
    state: 'pending' | 'sent' | 'failed' | 'dead'
    /** Attempts that came to an end. */
    attempts: number
    /** Who is sending it right now, until `next_at`; null while it waits. */
    lease: string | null
    /** Pending: when it is due, or due again if its sender is heard of no more. */
    next_at: number
    /** When `next_at` was set: one that lies ahead of the clock tells that the clock was set back. */
    changed_at: number
    created_at: number
    settled_at: number | null
    last_error: string | null
    subject: string
    text: string
    html: string
    /** Of a text message: how many it counts as, and what was reported of it, JSON. */
    segments: number | null
    report: string | null
    reported_at: number | null
  }
  calendars: { key: string; content: string; version: number; created_at: number; changed_at: number }
  /** Work that walks over many issues, a batch at a time. */
  jobs: {
    id: string
    kind: string
    /** All types where it is null. */
    issue_type_id: string | null
    /** How far it has come. */
    last_issue_id: string
    done: number
    total: number
    changed: number
    failed: number
    created_at: number
    finished_at: number | null
  }
  /** What lies before `since` starts nothing. */
  /** Kept by triggers: in which zones of an order there are issues of which times, by type. */
  list_zones: { sort: string; fact: string; value: string; issue_type_id: string; zone: string }
  issue_timers: { issue_id: string; at: number; since: number; fired: string }
  rule_schedules: {
    rule_id: string
    spec: string
    next_at: number
    /** The tick that is being walked; null between two. */
    tick_at: number | null
    last_issue_id: string
  }
  /** What a user is told of. */
  notices: {
    id: string
    user_id: string
    issue_id: string
    kind: string
    /** What makes a second row of the same cause impossible. */
    cause: string
    /** Of a deadline, `YYYY-MM-DD`. */
    due: string | null
    /** The user who did it. */
    by_id: string | null
    /** Whether it stands in the desk; others are for mails alone. */
    shown: number
    at: number
    read_at: number | null
    /** When a mail is to tell of it; null where none is, or none any more. */
    mail_at: number | null
  }
  notice_settings: { user_id: string; content: string }
  /** What the worker remembers over a restart, JSON by key. */
  worker_state: { key: string; content: string }
  webhooks: {
    id: string
    name: string
    url: string
    events: string
    issue_type_key: string | null
    fields: string
    enabled: number
    disabled_because: string | null
    /** Sealed. */
    secret: string
    old_secret: string | null
    old_secret_until: number | null
    version: number
    created_at: number
    changed_at: number
  }
  webhook_attempts: {
    id: string
    webhook_id: string
    delivery_id: string | null
    event: string
    outcome: 'delivered' | 'refused' | 'failed'
    status_class: string | null
    /** Milliseconds until an answer came; null where none did. */
    duration: number | null
    at: number
  }
  /** Text messages by calendar day. */
  sms_days: {
    day: string
    /** That set out. */
    segments: number
    /** The most that they would have come to, with one that was stopped. */
    asked: number
    /** The alarm that was told: 0 none, 1 near, 2 spent. */
    told: number
  }
}
