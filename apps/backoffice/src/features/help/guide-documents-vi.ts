import type { Guide } from './guide.ts';

/** The chapter about passports, visas and IDs. */
export const documentChapterVi: Guide['chapters']['documents'] = {
  title: 'Hộ chiếu, thị thực và giấy tờ tùy thân',
  about: 'Hỏi giấy tờ trên điện thoại của khách, kiểm tra, và để chúng được xóa đúng hạn.',
  parts: [
    {
      title: 'Chọn những gì bạn hỏi',
      text: 'Nhiều nước quy định nơi lưu trú phải ghi gì về khách, và cấm sao chụp giấy tờ. Ứng dụng biết quy định của 23 nước, kèm nguồn. Đây là kết quả tra cứu, không phải tư vấn pháp lý.',
      steps: [
        'Mở {Screens.settings}, rồi {Settings.title_documents}.',
        'Chọn ở {Settings.access_documents}: {Settings.documents_fields_only} là đủ ở hầu hết các nước. {Settings.documents_image} yêu cầu thêm ảnh chụp.',
        'Bỏ dấu ở những chi tiết bạn không cần, và đặt {Settings.retention}. Giữ ít hơn thì an toàn hơn cho bạn và cho khách.',
        'Đọc {Settings.documentsTold} trước khi lưu: khách đọc đúng nội dung này và đồng ý, trước khi gửi bất cứ thứ gì.',
      ],
      picture: {
        name: 'documents',
        alt: 'Những gì được hỏi về giấy tờ của khách, các chi tiết được giữ, và những gì khách được báo.',
      },
    },
    {
      title: 'Kiểm tra một giấy tờ',
      text: 'Giấy tờ khách gửi hiện ở {Screens.documents} và ở {Screens.today}. Chỉ thành viên có dấu {Roles.documents} mới xem được. Mỗi lần xem đều được ghi lại, và khách đọc được ai đã xem và khi nào.',
      steps: [
        'Mở giấy tờ và so từng chi tiết với ảnh. Một phím hoặc một lần chạm sẽ đánh dấu: {Documents.agreeAll} đánh dấu phần còn lại. Chi tiết nào khác sẽ dẫn đến việc từ chối, có nêu chi tiết đó.',
        'Bấm {Documents.seen} khi bạn cầm chính giấy tờ đó trong tay. Ở một số nước, luật yêu cầu như vậy.',
        'Bấm {Documents.verify}, hoặc {Documents.reject} kèm lý do hữu ích: khách đọc lý do và có thể gửi giấy tờ khác. {Shell.undo} hủy thao tác trong mười phút.',
      ],
    },
    {
      title: 'Khách đưa giấy tờ tại quầy',
      text: 'Mở đặt phòng và bấm {DeskDocument.add}. Máy đọc hộ chiếu và thẻ sẽ tự điền các chi tiết. Các dòng ở cuối giấy tờ, gõ vào {DeskDocument.reader}, cũng vậy. Giấy tờ đó được coi là đã kiểm tra và đã xem.',
    },
    {
      title: 'Giữ đến khi nào',
      text: 'Bạn không phải xóa gì bằng tay. Ảnh được xóa ngay sau khi kiểm tra, còn chi tiết được xóa khi hết thời hạn của luật hoặc số ngày của bạn. Mỗi giấy tờ cho biết khi nào ở {Documents.clocks}. {Documents.erase} xóa ngay, nếu không có luật nào bắt giữ. {Roles.role_owner} có thể bấm {Documents.hold}, chẳng hạn khi công an hỏi đến.',
    },
    {
      title: 'Thị thực sắp hết hạn',
      text: 'Bạn được báo trước 14, 7 và 3 ngày, và khi thị thực hết hạn trước ngày khách đi. {Screens.today} liệt kê ở {Documents.visas}.',
    },
    {
      title: 'Khách hỏi bạn giữ gì, hoặc muốn xóa',
      text: 'Mở đặt phòng và bấm {PersonData.open}. {PersonData.download} có tất cả. Trước khi {PersonData.erase}, bạn thấy phần nào được xóa ngay và phần nào phải giữ, đến khi nào và vì sao. {Roles.role_manager} và {Roles.role_owner} có dấu {Roles.documents} làm được việc này.',
    },
  ],
};
