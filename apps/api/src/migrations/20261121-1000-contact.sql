-- How a member is reached; each tenant knows its own. Organisation and function stand there already.
alter table open_room.membership
  add column email text check (length(email) between 3 and 254),
  add column phone text check (length(phone) between 3 and 30);
