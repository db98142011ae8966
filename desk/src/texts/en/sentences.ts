/** What the API says of a wrong input, by its sentence; `{…}` stands for what differs. Where its words are for programmers, people read others. */
export const sentences = {
  'a text is needed': 'a text is needed',
  'a text in at least one language is needed': 'a text in at least one language is needed',
  'a name is needed': 'a name is needed',
  'a name of 1 to 100 characters is needed': 'a name of 1 to 100 characters is needed',
  'a value is needed': 'a value is needed',
  'at least one value is needed': 'at least one value is needed',
  'two values are needed, the smaller first': 'two values are needed, the smaller first',
  'the smaller is needed first, and both in one currency':
    'the smaller is needed first, and both in one currency',
  'a number is needed': 'a number is needed',
  'true or false is needed': 'choose yes or no',
  'a file is needed': 'a file is needed',
  'the file is empty': 'the file is empty',
  'a file of the kind {kinds} is needed, with the content that its name says':
    'a file of the kind {kinds} is needed, with the content that its name says',
  'An issue takes at most {limit} MiB of files a day.': 'An issue takes at most {limit} MiB of files a day.',
  'the issue has no phone number': 'the issue has no phone number',
  'the issue has no e-mail address': 'the issue has no e-mail address',
  'one of {known} is needed': 'one of {known} is needed',
  'at most {limit} characters are allowed': 'at most {limit} characters are allowed',
  'at most {limit} characters': 'at most {limit} characters',
  'at most {limit} lines are allowed': 'at most {limit} lines are allowed',
  'at most {limit} bytes are allowed': 'the text is too long',
  'at most {limit} addresses are allowed': 'at most {limit} addresses are allowed',
  'at most {limit} tags and outputs are allowed': 'at most {limit} tags and outputs are allowed',
  'at most 60 languages': 'at most 60 languages',
  'a language tag like en or pt-BR is needed': 'a language tag like en or pt-BR is needed',
  'a language tag like pl is needed': 'a language tag like pl is needed',
  'an e-mail address like jana@example.com is needed': 'an e-mail address like jana@example.com is needed',
  'the address of one mailbox like jana@example.com is needed':
    'the address of one mailbox like jana@example.com is needed',
  'a phone number like +420601123456 is needed': 'a phone number like +420601123456 is needed',
  'a number like +420555010203 is needed': 'a number like +420555010203 is needed',
  'some digits of a phone number like +420 601 are needed':
    'some digits of a phone number like +420 601 are needed',
  'an https address is needed': 'an https address is needed',
  'an address with https:// is needed': 'an address with https:// is needed',
  'an address with https:// or http:// is needed': 'an address with https:// or http:// is needed',
  'an address like https://example.com/claims is needed':
    'an address like https://example.com/claims is needed',
  'an address without user name and password is needed':
    'an address without user name and password is needed',
  'one of the ports {ports} is needed': 'one of the ports {ports} is needed',
  'it leads to an address that is not public': 'it leads to an address that is not public',
  'a date like 2026-12-31 is needed': 'a date like 2026-12-31 is needed',
  'a date like 2026-11-09, today, today+7 or today-7 is needed':
    'a date like 2026-11-09, today, today+7 or today-7 is needed',
  'a time of day like 08:00 is needed': 'a time of day like 08:00 is needed',
  'a duration like 7d, 48h or 90m is needed': 'a duration like 7d, 48h or 90m is needed',
  'a duration like 7d, 48h or 90m is needed, of {limit} days at most':
    'a duration like 7d, 48h or 90m is needed, of {limit} days at most',
  'an IANA time zone is needed, like Europe/Prague': 'an IANA time zone is needed, like Europe/Prague',
  'lies after the end of the period': 'lies after the end of the period',
  'a currency code like CZK is needed': 'a currency code like CZK is needed',
  'a country code like CZ is needed': 'a country code like CZ is needed',
  'an account number or IBAN is needed': 'an account number or IBAN is needed',
  'a colour like #0b5a6e is needed': 'a colour like #0b5a6e is needed',
  'a key of small letters, digits, - and _ is needed, at most 40':
    'a key of small letters, digits, - and _ is needed, at most 40',
  'a key of small letters, digits and _ is needed, at most 40':
    'a key of small letters, digits and _ is needed, at most 40',
  'a key of letters, digits, - and _ is needed, at most 40':
    'a key of letters, digits, - and _ is needed, at most 40',
  'a short word of small letters, digits and - is needed':
    'a short word of small letters, digits and - is needed',
  'there is no such member': 'the interface does not know this',
  '{key} stands twice': '{key} stands twice',
  'a day stands twice': 'a day stands twice',
  '{key} cannot be a key': '{key} cannot be a key',
  '{key} is a built-in field': '{key} is a built-in field',
  '{key} is reserved': '{key} is reserved',
  'at least one option is needed': 'at least one option is needed',
  'there is no field {key}': 'there is no field {key}',
  'there is no field {key} that can change': 'there is no field {key} that can change',
  'there is no step {key}': 'there is no step {key}',
  'there is no step {key} in {type}': 'there is no step {key} in {type}',
  'there is no step {key} in any issue type': 'there is no step {key} in any issue type',
  'there is no issue type {key}; known are {known}': 'there is no issue type {key}; known are {known}',
  'there is no calendar {key}; known are {known}': 'there is no calendar {key}; known are {known}',
  'there is no message template {key}': 'there is no message template {key}',
  'there is no webhook {key}': 'there is no webhook {key}',
  'there is no role {key}; known are {known}': 'there is no role {key}; known are {known}',
  'the id or e-mail of a user is needed': 'choose a user',
  'the id or e-mail of an active user is needed, or null': 'choose an active user, or nobody',
  '{key} is computed, nobody gives it': '{key} is computed, nobody gives it',
  '{key} is computed and cannot be set': '{key} is computed and cannot be set',
  '{key} is a built-in field; only own fields can be set':
    '{key} is a built-in field; only own fields can be set',
  'its value cannot be compared': 'its value cannot be compared',
  'does not fit {key}; allowed are: {known}': 'does not fit {key}; allowed are: {known}',
  'at most {limit} comparisons are allowed': 'at most {limit} comparisons are allowed',
  'groups are nested more than {limit} deep': 'groups are nested more than {limit} deep',
  'each event may stand there once': 'each event may stand there once',
  'each field may stand there once': 'each field may stand there once',
  'a field of type date or date-time is needed, {key} is {type}':
    'a field of type date or date-time is needed, {key} is {type}',
  'There is a field with the key {key} already.': 'There is a field with the key {key} already.',
  'There is an issue type with the key {key} already.': 'There is an issue type with the key {key} already.',
  'There is a message template with the key {key} already.':
    'There is a message template with the key {key} already.',
  'There is a user with the e-mail {email} already.': 'There is a user with the e-mail {email} already.',
  'The page identifier {key} is in use by another issue type.':
    'The page identifier {key} is in use by another issue type.',
  'The page identifier {key} is in use by the issue type {type}.':
    'The page identifier {key} is in use by the issue type {type}.',
  'The field is in use: {users}.': 'The field is in use: {users}.',
  'The template is in use: {users}.': 'The template is in use: {users}.',
  'The webhook is in use: {users}.': 'The webhook is in use: {users}.',
  'There are issues of this type, like {number}.': 'There are issues of this type, like {number}.',
  'The step {key} cannot go: issues are at it, like {number}.':
    'The step {key} cannot go: issues are at it, like {number}.',
  'The step {key} cannot go: the deadline rule {rule} starts at it.':
    'The step {key} cannot go: the deadline rule {rule} starts at it.',
  'The calendar {key} comes with the product and cannot be deleted.':
    'The calendar {key} comes with the product and cannot be deleted.',
  'Deadline rules count by the calendar: of {users}.': 'Deadline rules count by the calendar: of {users}.',
  'There are {count} calendars already, and no more are allowed.':
    'There are {count} calendars already, and no more are allowed.',
  'There are {count} such views already, and no more are allowed.':
    'There are {count} such views already, and no more are allowed.',
  'There are {count} webhooks already, and no more are allowed.':
    'There are {count} webhooks already, and no more are allowed.',
  'Webhooks are tried at most {count} times a minute.': 'Webhooks are tried at most {count} times a minute.',
  'There is no such {what}.': 'There is no such {what}.',
  'Invalid input: expected {expected}, received undefined': 'this is needed',
  'Invalid input: expected {expected}, received null': 'this is needed',
  'Invalid input: expected {expected}, received {received}': 'this value does not fit here',
  'Invalid input': 'this value does not fit here',
  'Invalid option: expected one of {known}': 'one of {known} is needed',
  'Too big: expected string to have <={limit} characters': 'at most {limit} characters are allowed',
  'Too big: expected array to have <={limit} items': 'at most {limit} items are allowed',
  'Too big: expected number to be <={limit}': 'at most {limit} is allowed',
  'Too big: expected int to be <={limit}': 'at most {limit} is allowed',
  'Too small: expected string to have >=1 characters': 'this is needed',
  'Too small: expected string to have >={limit} characters': 'at least {limit} characters are needed',
  'Too small: expected array to have >=1 items': 'add at least one item',
  'Too small: expected number to be >={limit}': 'at least {limit} is needed',
  'Too small: expected int to be >={limit}': 'at least {limit} is needed',
  'Invalid email address': 'an e-mail address like jana@example.com is needed',
  'Invalid URL': 'an address that begins with https:// is needed',
  'Invalid ISO date': 'a date is needed',
  'Invalid ISO datetime': 'a date and a time are needed',
  'Invalid string: must match pattern {pattern}': 'this has another form than is allowed',
  'at least {least} bytes are needed; several words are easy to keep':
    'at least {least} characters are needed; several words are easy to keep',
  'this is one of the most used passwords; another is needed':
    'this is one of the most used passwords; choose another',
  'an instant in the future is needed': 'an instant in the future is needed',
  'This is the last owner who can sign in; make another one first.':
    'This is the last owner who can sign in; make another one first.',
  'The user is not active; set "active" to true first.':
    'The user is not active; set "active" to true first.',
  'the code that the authenticator shows now is needed':
    'the code that the authenticator shows now is needed',
  'There is no change of step to take back.': 'There is no change of step to take back.',
  'The last change of step has been taken back already.':
    'The last change of step has been taken back already.',
  'The last change of step was made by {name}; whoever made it can take it back.':
    'The last change of step was made by {name}; only they can take it back.',
  'A change of step can be taken back within one minute. Move the issue back instead.':
    'A change of step can be taken back within one minute. Move the issue back instead.',
  'another issue is needed': 'another issue is needed',
  'there is no issue {number}': 'there is no issue {number}',
  '{one} and {other} are linked already.': '{one} and {other} are linked already.',
  '{number} has {most} links, and more are not allowed.':
    '{number} has {most} links, and more are not allowed.',
  'is needed before the step {step}': 'is needed before this step',
  'a day after {day} is needed': 'a day after {day} is needed',
  'at most {most} days from now are allowed': 'at most {most} days from now are allowed',
  'who agreed, when and how is needed: the rule asks for it':
    'the rule asks for consent: write down who agreed, when and how',
  'a time that has passed is needed': 'a time that has passed is needed',
  'the rule {rule} allows no day after {day} without consent: use POST …/deadline/extensions':
    'no day after {day} without consent: extend the deadline instead',
  'From {from} no move leads to {to}; allowed are: {steps}.':
    'The issue stands elsewhere now, and no move leads there from here.',
  'the issue has no such attachment': 'choose a file of this issue',
  'a whole number of minor units is needed': 'an amount is needed',
  'a date like 2026-12-09 is needed, or null': 'a date is needed',
  'a date like 2026-11-09 is needed': 'a date is needed',
  'an instant like 2026-11-09T10:30:00Z is needed': 'a day and time are needed',
}
export type Sentences = Readonly<Record<keyof typeof sentences, string>>
