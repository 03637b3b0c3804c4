# Redmine on loopback by WEBrick, which Debian ships beside it and not within its bundle.
$LOAD_PATH.unshift(*Dir['/usr/share/rubygems-integration/all/gems/webrick-*/lib'])
require '/usr/share/redmine/config/environment'
require 'rack/handler/webrick'

options = { Host: '127.0.0.1', Port: Integer(ENV.fetch('PORT')), AccessLog: [] }
Rack::Handler::WEBrick.run(Rails.application, **options)
