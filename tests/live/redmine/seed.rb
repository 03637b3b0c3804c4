# One ticket of a customer with two public notes and a private one, as an agent sees it.
Project.destroy_all
User.where(login: %w[maya tamsin]).destroy_all

def person(login, first, last, mail, password, admin: false)
  user = User.new(firstname: first, lastname: last, mail: mail, language: 'en')
  user.login = login
  user.password = user.password_confirmation = password
  user.admin = admin
  user.save!
  user
end

maya = person('maya', 'Maya', 'Lindqvist', 'maya@saltmarsh.example', 'maya-of-saltmarsh', admin: true)
tamsin = person('tamsin', 'Tamsin', 'Orrey', 'tamsin@quillmail.example', 'tamsin-of-quillmail')
desk = Project.create!(name: 'Saltmarsh', identifier: 'saltmarsh', is_public: true)
desk.trackers = Tracker.all
desk.save!
Member.create!(principal: maya, project: desk, roles: [Role.find_by(name: 'Manager')])
Member.create!(principal: tamsin, project: desk, roles: [Role.find_by(name: 'Reporter')])

issue = Issue.create!(
  project: desk,
  tracker: Tracker.find_by(name: 'Support'),
  subject: 'Torn sleeve',
  description: "Hello,\n\nthe sleeve of the jacket is torn. Order SM-20418.",
  author: tamsin,
  priority: IssuePriority.find_by(name: 'Normal'),
  status: IssueStatus.find_by(name: 'New')
)
[
  [maya, 'Could you send a photo of the sleeve, please?', false],
  [maya, 'Known batch, see the list of March.', true],
  [tamsin, 'Here it is. Thank you for the quick answer.', false]
].each do |author, text, inside|
  again = Issue.find(issue.id)
  again.init_journal(author, text)
  again.private_notes = inside
  again.save!
end
# as on a day of work, and not all within this minute
Journal.update_all(created_on: 25.minutes.ago)
Issue.update_all(created_on: 40.minutes.ago)
puts "issue #{issue.id}"
